using Microsoft.Bot.Schema;

namespace OverdoseBot.Bot.Tests.Turns;

/// <summary>The person tapped the call button and talks to the dispatcher.</summary>
public sealed class CallTappedTests
{
    [Fact]
    public async Task Nothing_is_said_and_the_step_stays()
    {
        foreach (var step in Shipped.Library.Scripts.Values.SelectMany(s => s.Steps))
        {
            var before = Given.At(step.Place.ToString());

            var result = await TapAsync(before, Given.Now.AddSeconds(10));

            result.Error.ShouldBeNull();
            result.Outgoing.ShouldBeEmpty();
            result.Record.Stack.ShouldBe(before.Stack);
            result.Record.Marks.ShouldBe(before.Marks);
        }
    }

    [Fact]
    public async Task The_next_word_ends_the_hold_and_the_ordinary_silence_begins_with_it()
    {
        var tapped = (await TapAsync(Given.At("respond/wake"), Given.Now)).Record;
        tapped.Alarms[0].ShouldBe(new SetAlarm(AlarmKind.Silence, "silence", Given.Now.AddSeconds(60)));

        var heard = (await Shipped.Adapter().RunAsync(tapped, Given.Text("not waking"), Given.Now.AddSeconds(5))).Record;

        heard.SilenceHeldUntil.ShouldBeNull();
        heard.Alarms[0].ShouldBe(new SetAlarm(AlarmKind.Silence, "silence", Given.Now.AddSeconds(35)));
    }

    [Fact]
    public async Task The_hold_outlives_a_restart()
    {
        var tapped = (await TapAsync(Given.At("respond/wake"), Given.Now)).Record;

        RecordJson.Read(RecordJson.Write(tapped)).SilenceHeldUntil.ShouldBe(Given.Now.AddSeconds(60));
    }

    [Fact]
    public async Task A_tap_in_an_old_case_does_not_keep_the_next_message_in_it()
    {
        var late = Given.Now + Shipped.Library.Case.NewAfter;
        var tapped = (await TapAsync(Given.At("after/start"), late)).Record;

        var heard = (await Shipped.Adapter().RunAsync(tapped, Given.Text("not waking"), late.AddSeconds(30))).Record;

        heard.Stack[0].ShouldBe(new Frame("respond", "breathing", null));
    }

    private static Task<TurnResult> TapAsync(CaseRecord record, DateTimeOffset now) =>
        Shipped.Adapter().RunAsync(record, Given.Activity(ActivityTypes.Event, a => a.Name = OverdoseResponseBot.CallTappedEvent), now);
}
