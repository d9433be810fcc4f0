namespace OverdoseBot.Journal.Tests;

public abstract partial class JournalContract
{
    [Fact]
    public async Task Alarms_are_due_from_their_time_on_earliest_first()
    {
        await DoneAsync(Turn("late") with { NextDue = Noon.AddMinutes(2) });
        await DoneAsync(Turn("early") with { NextDue = Noon.AddMinutes(1) });
        await DoneAsync(Turn("none"));

        (await DueAsync(Noon.AddMinutes(1).AddMilliseconds(-1))).ShouldBeEmpty();
        (await DueAsync(Noon.AddMinutes(1))).ShouldBe([new DueAlarm("early", Noon.AddMinutes(1))]);
        (await DueAsync(Noon.AddHours(1))).Select(d => d.Conversation).ShouldBe(["early", "late"]);
        (await DueAsync(Noon.AddHours(1), most: 1)).Select(d => d.Conversation).ShouldBe(["early"]);
        (await Journal.NextDueAsync(Never)).ShouldBe(Noon.AddMinutes(1));
    }

    [Fact]
    public async Task No_alarm_means_nothing_is_next()
    {
        (await Journal.NextDueAsync(Never)).ShouldBeNull();
        await DoneAsync(Turn("c"));
        (await Journal.NextDueAsync(Never)).ShouldBeNull();
    }

    [Fact]
    public async Task Each_turn_sets_moves_or_clears_the_alarm()
    {
        await AppendAsync(Turn("c", 0, "in-1") with { NextDue = Noon });
        await AppendAsync(Turn("c", 0, "in-2") with { NextDue = Noon.AddHours(1) });
        (await DueAsync(Noon)).ShouldBeEmpty();
        (await Journal.NextDueAsync(Never)).ShouldBe(Noon.AddHours(1));
        await AppendAsync(Turn("c", 0, "in-3"));
        (await Journal.NextDueAsync(Never)).ShouldBeNull();
    }

    [Fact]
    public async Task A_turn_that_was_not_kept_moves_no_alarm()
    {
        await DoneAsync(Turn("c") with { NextDue = Noon });
        await CommitAsync(Turn("c") with { NextDue = Noon.AddHours(1) });
        await CommitAsync(Turn("c", 0, "in-2"));
        (await Journal.NextDueAsync(Never)).ShouldBe(Noon);
    }

    [Fact]
    public async Task An_alarm_is_never_due_before_its_time_not_even_by_a_tick()
    {
        var due = Noon.AddTicks(1);
        await DoneAsync(Turn("c") with { NextDue = due });
        (await Journal.NextDueAsync(Never)).ShouldBe(Noon.AddMilliseconds(1));
        (await DueAsync(Noon)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_ends_of_time_can_be_stored()
    {
        await DoneAsync(Turn("first") with { NextDue = DateTimeOffset.MinValue, At = DateTimeOffset.MinValue });
        await DoneAsync(Turn("last") with { NextDue = DateTimeOffset.MaxValue, At = DateTimeOffset.MaxValue });
        (await DueAsync(DateTimeOffset.MaxValue)).Select(d => d.Conversation).ShouldBe(["first", "last"]);
    }

    private async Task<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most = 100) => await Journal.DueAsync(now, most, Never);
}
