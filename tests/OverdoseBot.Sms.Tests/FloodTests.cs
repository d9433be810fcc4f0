using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Terminal;
using OverdoseBot.Chats;
using Xunit.Abstractions;

namespace OverdoseBot.Sms.Tests;

/// <summary>A flood: 500 texts a second from 1,000 numbers for a minute. Replies and their order are asserted; how long they take, on a quiet machine.</summary>
[Trait("Category", "flood")]
public sealed class FloodTests(ITestOutputHelper output)
{
    private const int People = 1_000;
    private const int PerSecond = 500;
    private const int Seconds = 60;
    private const int MostCards = 60;
    private static readonly TimeSpan _untilAgain = TimeSpan.FromSeconds(1);

    private static readonly string[] _said =
    [
        "hes not waking up", "7", "9", "nose", "gave it", "ok", "she is pregnant", "7", "i called 911", "my neighbor is here", "6", "what now", "7", "im so scared", "5", "7",
    ];

    [Fact]
    public async Task Five_hundred_texts_a_second_from_a_thousand_numbers_are_answered_right_and_in_order()
    {
        const int Each = PerSecond * Seconds / People;
        var right = await RightAsync(Each);
        await using var server = await SmsServer.StartAsync(asShipped => asShipped, settings: ("Logging:LogLevel:Default", "Warning"));
        var people = Enumerable.Range(0, People).Select(i => new Texter(server.Http, "+1617" + (2_000_000 + i).ToString(CultureInfo.InvariantCulture))).ToArray();
        var nobody = new Texter(server.Http, from: "");
        var card = (await nobody.TextAsync("help")).Text;
        var cards = 0;
        var took = new ConcurrentBag<TimeSpan>();
        var wrong = new ConcurrentQueue<(int Person, string What)>();
        using var others = new OtherWork();
        var clock = Stopwatch.StartNew();

        await Task.WhenAll(people.Select((me, person) => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                // Everybody texts on the beat of the flood, but nobody before the last answer has come: that is what the order is about.
                var due = TimeSpan.FromSeconds(((double)i * People + person) / PerSecond);
                if (due > clock.Elapsed)
                {
                    await Task.Delay(due - clock.Elapsed);
                }

                // From when it was to be sent: whoever is held up by the answer before waits too.
                var form = me.Form(_said[i % _said.Length], Texter.Sid());
                var answer = await me.PostAsync(form);

                // A machine that has less to give than the flood takes gives the card, and that is right: they ask again.
                for (var again = 0; answer.Text == card && again < MostCards; again++)
                {
                    Interlocked.Increment(ref cards);
                    await Task.Delay(_untilAgain);
                    answer = await me.PostAsync(form);
                }

                took.Add(clock.Elapsed - due);
                if (answer.Code != 200 || !answer.Texts.SequenceEqual(right[i]))
                {
                    wrong.Enqueue((person, $"{i}: {answer.Code} {answer.Text}"));
                }
            }
        })));

        var all = took.Order().ToArray();
        var rate = all.Length / clock.Elapsed.TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{all.Length} texts from {People} numbers at {rate:F0}/s: p50 {At(all, 0.5):F0} ms, p99 {At(all, 0.99):F0} ms, most {At(all, 1):F0} ms, {cards} cards; other programs took {others.Share():P0} of {Environment.ProcessorCount} cores, which stood still for {others.Still.TotalMilliseconds:F0} ms"));
        var quiet = others.IsQuiet;
        var prompted = new HashSet<int>();
        foreach (var (person, me) in people.Index())
        {
            var turns = await server.TurnsAsync(me);
            turns.Select(t => ActivityText(t.Inbound!)).OfType<string>().ShouldBe(Enumerable.Range(0, Each).Select(i => _said[i % _said.Length]));
            if (turns.Count > Each)
            {
                prompted.Add(person);
            }
        }

        // On a machine that is minutes behind clocks ring between two texts, and what follows is said otherwise.
        wrong.Where(w => !prompted.Contains(w.Person)).ShouldBeEmpty();
        if (quiet)
        {
            prompted.ShouldBeEmpty();
            cards.ShouldBe(0);
        }
    }

    /// <summary>The replies of the turn itself, without any service.</summary>
    private static async Task<List<string[]>> RightAsync(int count)
    {
        var time = new ManualTime(new DateTimeOffset(2026, 3, 14, 14, 0, 0, TimeSpan.Zero));
        var fresh = new CaseRecord { Region = "us", Language = "en", Sms = true };
        await using var alone = new DirectService(() => new TurnAdapter(SmsServer.Library, new OverdoseResponseBot(SmsServer.Library, SmsServer.Reader)), fresh, time);
        var replies = new List<string[]>();
        for (var i = 0; i < count; i++)
        {
            time.MoveTo(time.GetUtcNow() + TimeSpan.FromSeconds(2));
            var message = new Microsoft.Bot.Schema.Activity(Microsoft.Bot.Schema.ActivityTypes.Message) { Text = _said[i % _said.Length], ChannelId = "sms" };
            replies.Add([.. (await alone.TakeAsync($"{i}", message)).Select(a => a.Text)]);
        }

        return replies;
    }

    // Null: no text, but an event of our own.
    private static string? ActivityText(string json) => Channels.ActivityJson.Read(json).Text;

    private static double At(TimeSpan[] sorted, double part) => sorted[Math.Min(sorted.Length - 1, (int)(part * sorted.Length))].TotalMilliseconds;
}
