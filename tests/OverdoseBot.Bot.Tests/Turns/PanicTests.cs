using Microsoft.Bot.Schema;

namespace OverdoseBot.Bot.Tests.Turns;

/// <summary>What panic must not cost, where a chat does not show it: what the record keeps, and a delivery that comes twice.</summary>
public sealed class PanicTests
{
    private static readonly DateTimeOffset _later = Given.Now.AddSeconds(20);

    [Theory]
    [InlineData("im so scared i cant do this")]
    [InlineData("i want to talk to a human")]
    [InlineData("i want to kill myself")]
    public async Task At_a_step_that_waits_its_clocks_and_all_that_is_known_stand(string text)
    {
        var waking = await Shipped.Adapter().RunAsync(Given.At("respond/wake"), Given.Text("please hurry"), Given.Now);
        var before = waking.Record;
        var after = (await Shipped.Adapter().RunAsync(before, Given.Text(text), _later)).Record;

        after.Alarms.Where(a => a.Kind != AlarmKind.End).ShouldBe(before.Alarms.Where(a => a.Kind != AlarmKind.End));
        (after.Stack[0], after.CallAsked, after.Undo, after.Shown, after.SilentSince, after.Entered).ShouldBe(
            (before.Stack[0], before.CallAsked, before.Undo, before.Shown, before.SilentSince, before.Entered));
    }

    [Fact]
    public async Task A_case_that_was_over_goes_on_with_new_clocks()
    {
        var over = Given.At("respond/wake") with { LastHeard = Given.Now.AddHours(-2), SilentSince = Given.Now.AddHours(-2), Ended = true };
        var after = (await Shipped.Adapter().RunAsync(over, Given.Text("im so scared"), Given.Now)).Record;

        after.Ended.ShouldBeFalse();
        after.Alarms.ShouldContain(new SetAlarm(AlarmKind.Silence, "silence", Given.Now.AddSeconds(30)));
    }

    [Fact]
    public async Task The_same_words_are_panic_the_third_time_and_a_turn_that_runs_twice_counts_them_once()
    {
        var adapter = Shipped.Adapter();
        var pushing = Given.At("respond/compressions");
        var once = await adapter.RunAsync(pushing, Given.Text("what do i do"), Given.Now);
        var twice = await adapter.RunAsync(once.Record, Given.Text("What do I do??"), _later);
        var again = await adapter.RunAsync(once.Record, Given.Text("What do I do??"), _later);
        var thrice = await adapter.RunAsync(twice.Record, Given.Text("what do i do"), _later.AddSeconds(20));

        RecordJson.Write(again.Record).ShouldBe(RecordJson.Write(twice.Record));
        Said(twice).ShouldNotContain("911 person");
        Said(thrice).ShouldContain("911 person");
    }

    private static string Said(TurnResult result) => string.Join('\n', result.Outgoing.Cast<Activity>().Select(a => a.Text));
}
