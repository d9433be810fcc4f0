using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OverdoseBot.Channels.Terminal;
using OverdoseBot.Chats;

namespace OverdoseBot.Bot.Tests.Chats;

/// <summary>
/// Every English chat has a twin in <c>tests/chats/es</c>: another person, the same case. Whoever writes Spanish is led through the
/// same steps, at the same times, to the same hand-over, on the web and on SMS.
/// </summary>
public sealed class SpanishTwinTests
{
    private const string Folder = "es/";

    // Chats whose lines differ: the name of the chat, and the lines of its plan (from 1, remarks left out) that may. Each says why.
    private static readonly Dictionary<string, int[]> _differs = [];

    private static readonly ChatPlayer _player = new(Shipped.Library, Shipped.Reader);

    public static TheoryData<string> English => [.. ChatFiles.Names().Where(name => ChatFiles.Plan(name).Header.Language == "en" && !name.StartsWith(Folder, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(English))]
    public void Has_a_twin_with_the_same_plan(string chat)
    {
        var (english, spanish) = (ChatFiles.Plan(chat), ChatFiles.Plan(Folder + chat));

        spanish.Header.Text.ShouldBe(english.Header.Text.Replace("language en", "language es", StringComparison.Ordinal));
        Said(spanish).Select(Shape).ShouldBe(Said(english).Select(Shape));
    }

    [Theory]
    [MemberData(nameof(English))]
    public async Task Goes_through_the_same_steps_at_the_same_times(string chat)
    {
        foreach (var sms in new[] { false, true })
        {
            var (english, spanish) = (await LinesAsync(chat, sms), await LinesAsync(Folder + chat, sms));
            var may = _differs.GetValueOrDefault(chat) ?? [];

            var different = english.Zip(spanish).Select((pair, line) => (line, pair.First, pair.Second))
                .Where(l => l.First.Came != l.Second.Came && !may.Contains(l.line))
                .Select(l => $"{(sms ? "SMS" : "web")} {l.line} {l.First.Said} | {l.Second.Said}\n  en {l.First.Came}\n  es {l.Second.Came}").ToList();

            different.ShouldBeEmpty();
            spanish.Count.ShouldBe(english.Count);
        }
    }

    [Theory]
    [MemberData(nameof(English))]
    public async Task Is_answered_in_Spanish(string chat)
    {
        foreach (var sms in new[] { false, true })
        {
            var played = await _player.PlayAsync(ChatFiles.Plan(Folder + chat), sms, _player.StartDirectAsync);

            played.Played.SelectMany(p => p.Replies).Select(r => r.Message.Locale).Distinct().ShouldBe(["es"]);
        }
    }

    private static IEnumerable<ChatLine> Said(ChatPlan plan) => plan.Lines.Where(line => line is not ChatLine.Kept);

    private static string Shape(ChatLine line) => line switch
    {
        ChatLine.Later later => $"{later.Span} later",
        ChatLine.Taps tap => $"taps at {tap.Step}",
        _ => line.GetType().Name,
    };

    // What each line led to, and what is known after it: doses, and the facts that the hand-over and the next words hang on.
    private static async Task<List<(string Said, string Came)>> LinesAsync(string chat, bool sms)
    {
        var plan = ChatFiles.Plan(chat);
        var time = new ManualTime(ChatRun.Start);
        await using var service = await _player.StartDirectAsync(
            new CaseRecord { Region = plan.Header.Region, Language = plan.Header.Language, Sms = sms, Hub = plan.Header.Hub }, time);
        var run = new ChatRun(plan, sms, Shipped.Library, Shipped.Reader, service, time);
        var lines = new List<(string, string)> { ("opens", Came(await run.OpenAsync(), await service.RecordAsync())) };
        foreach (var line in Said(plan))
        {
            lines.Add((line.ToString(), Came(await run.PlayAsync(line), await service.RecordAsync())));
        }

        return lines;
    }

    private static string Came(Played played, CaseRecord? record)
    {
        var sent = new List<string>();
        foreach (var reply in played.Replies)
        {
            var guide = (JObject)((JObject)reply.Message.ChannelData)["guide"]!;
            var now = $"{guide["step"]} {guide["kind"]} call {guide["call"]} at {reply.RangAt:HH:mm:ss.fff} {Flat(guide["pace"])} {Flat(guide["clock"])} {Flat(guide["line"]?["call"])}";

            // How many SMS or cards a text takes is not the case: languages are not equally long.
            if (sent.Count == 0 || sent[^1] != now)
            {
                sent.Add(now);
            }
        }

        return $"{string.Join(" > ", sent)} | {string.Join(' ', record!.Stack.Select(f => $"{f.Dialog}/{f.Step}"))} | doses {string.Join(' ', record.Doses.Select(d => $"{d:HH:mm:ss.fff}"))}"
            + $" | {record.Region} {record.Product} {string.Join(' ', record.Marks.Select(m => $"{m.Key} {m.Value.First:HH:mm:ss.fff}"))}"
            + $" | {string.Join(' ', record.Alarms)}";
    }

    private static string Flat(JToken? token) => token?.ToString(Formatting.None) ?? "-";
}
