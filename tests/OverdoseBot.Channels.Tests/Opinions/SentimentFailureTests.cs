using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Channels.Opinions;
using OverdoseBot.Loopback;
using Xunit.Abstractions;

namespace OverdoseBot.Channels.Tests.Opinions;

/// <summary>
/// Whatever the sentiment service does, every instruction is the same, to the byte, and every clock is due at the same time. See the table with
/// <c>--logger "console;verbosity=detailed"</c>.
/// </summary>
public sealed class SentimentFailureTests(ITestOutputHelper output)
{
    private const string Secret = "Bartholomew";
    private static readonly string[] _offer = ["answers", "lies: all is despair"];

    public static TheoryData<string, bool> Ways
    {
        get
        {
            var ways = new TheoryData<string, bool>();
            foreach (var way in Failing.Ways.Keys)
            {
                ways.Add(way, false);
                ways.Add(way, true);
            }

            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_instruction_is_the_same_and_on_time(string way, bool sms)
    {
        using var overheard = new Overheard();
        await using var without = new EmergencyRun(null);
        await using var with = new EmergencyRun(way);
        await without.PlayAsync(sms);
        await with.PlayAsync(sms);

        var same = with.Turns.SequenceEqual(without.Turns) && with.Due.SequenceEqual(without.Due);
        output.WriteLine(
            $"| {way,-20} | {(sms ? "SMS" : "web")} | {(same ? "identical" : "NOT IDENTICAL"),-13} | {with.Offers.Length} | {with.State,-8} | {Outcomes(with.Tally)}, {with.Calls.Count} calls |");

        with.Turns.ShouldBe(without.Turns);
        with.Due.ShouldBe(without.Due);
        // Who lies all the time gets the dispatcher offered and, once they are awake, the line.
        with.Offers.Length.ShouldBe(way == "lies: all is despair" ? 2 : _offer.Contains(way) ? 1 : 0);
        with.Offers.Zip(with.Beside).ShouldAllBe(o => Offers(o.First, o.Second));
        with.LogLines.Concat(without.LogLines).Concat(overheard.All).ShouldAllBe(l => !l.Contains(Secret));
    }

    // Nothing but the sentence, beside what was there: the buttons and the guide stay.
    private static bool Offers(Activity offer, Activity beside)
    {
        var (data, stood) = ((JObject)JToken.FromObject(offer.ChannelData), (JObject)JToken.FromObject(beside.ChannelData));
        var guide = (JObject)data["guide"]!;
        var marked = guide.Remove("offer");
        var tapped = guide.Remove("line");
        return marked
            && (tapped ? offer.Text.Contains("988", StringComparison.Ordinal) : offer.Text == "Call 911. Talk to the 911 person. They are with you.")
            && JToken.DeepEquals(data, stood)
            && JToken.DeepEquals(Buttons(offer), Buttons(beside));
    }

    private static JToken? Buttons(Activity message) => message.SuggestedActions is { } actions ? JToken.FromObject(actions) : null;

    private static string Outcomes(OpinionTally tally) =>
        string.Join(", ", Enum.GetValues<OpinionOutcome>().Where(o => tally[o] > 0).Select(o => $"{tally[o]} {o}"));
}
