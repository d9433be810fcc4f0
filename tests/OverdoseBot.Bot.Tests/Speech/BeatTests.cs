using Newtonsoft.Json.Linq;

namespace OverdoseBot.Bot.Tests.Speech;

/// <summary>Which beat is sent with what is said: hands that push must not lose it.</summary>
public sealed class BeatTests
{
    [Theory]
    [InlineData("compressions", "not breathing")]
    [InlineData("breaths", "breathing slowly")]
    public async Task It_goes_on_through_the_device_the_look_and_the_next_dose(string kind, string words)
    {
        await Plays(
            [("not waking", null), (words, kind), ("nose spray", kind), ("gave the spray", kind), (null, kind), ("kit does not work", kind), ("gave another", kind), ("got another nose spray", kind)],
            ["respond/breathing", $"respond/{kind}", "naloxone/spray", $"respond/{kind}", "respond/re-check", "respond/re-check", "respond/stay-on", "naloxone/spray"]);
    }

    [Fact]
    public async Task The_later_of_breaths_and_pushes_goes_on() => await Plays(
        [("breathing slowly", "breaths"), ("she stopped breathing", "compressions"), ("gave the spray", "compressions"), (null, "compressions")],
        ["respond/breaths", "respond/compressions", "respond/compressions", "respond/re-check"]);

    [Fact]
    public async Task Nobody_is_told_to_push_on_someone_who_breathes_well() => await Plays(
        [("not breathing", "compressions"), ("gave the spray", "compressions"), ("breathing normally", null), (null, null), ("not breathing", "compressions")],
        ["respond/compressions", "respond/compressions", "respond/recovery-position", "respond/re-check", "respond/compressions"]);

    [Fact]
    public async Task None_was_told_none_goes_on() => await Plays(
        [("gave the spray", null), ("breathing normally", null), (null, null)], ["respond/wake", "respond/recovery-position", "respond/re-check"]);

    [Fact]
    public async Task The_dispatcher_counts_aloud_when_they_lead() => await Plays(
        [("not breathing", "compressions"), ("gave the spray", "compressions"), ("911 is telling me what to do", null), (null, null)],
        ["respond/compressions", "respond/compressions", "respond/compressions", "respond/re-check"]);

    // Words, or null for the next dose clock; and the beat that is sent with the last message.
    private static async Task Plays((string? Says, string? Beat)[] turns, string[] steps)
    {
        var (record, now) = (Given.Fresh(), Given.Now);
        var (beats, places) = (new List<string?>(), new List<string>());
        foreach (var (says, _) in turns)
        {
            now = says is null ? record.Alarms.Single(a => a.Kind == AlarmKind.Clock).Due : now.AddSeconds(5);
            var result = await Shipped.Adapter().RunAsync(record, says is null ? Clock.Ring() : Given.Text(says), now);
            record = result.Record;
            var guide = ((JObject)result.Outgoing[^1].ChannelData)["guide"]!;
            beats.Add((string?)guide["pace"]?["kind"]);
            places.Add((string)guide["step"]!);
        }

        places.ShouldBe(steps);
        beats.ShouldBe(turns.Select(t => t.Beat));
    }
}
