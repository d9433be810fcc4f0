namespace OverdoseBot.Journal.Tests;

public abstract partial class JournalContract
{
    [Fact]
    public async Task A_sweep_deletes_what_is_old_and_has_no_alarm()
    {
        await DoneAsync(Turn("old"));
        await DoneAsync(Turn("old-with-alarm") with { NextDue = Noon.AddDays(30) });
        await DoneAsync(Turn("old-with-overdue-alarm") with { NextDue = Noon.AddDays(-1) });
        await DoneAsync(Turn("recent") with { At = Noon.AddHours(2) });
        await DoneAsync(Turn("at-the-edge") with { At = Noon.AddHours(1) });

        (await Journal.SweepAsync(Noon.AddHours(1), Never)).ShouldBe(1);

        (await RecordAsync("old")).ShouldBeNull();
        (await HistoryAsync("old")).ShouldBeEmpty();
        foreach (var kept in (string[])["old-with-alarm", "old-with-overdue-alarm", "recent", "at-the-edge"])
        {
            (await RecordAsync(kept)).ShouldBe("record", kept);
            (await HistoryAsync(kept)).Count.ShouldBe(1, kept);
        }

        (await Journal.SweepAsync(Noon.AddHours(1), Never)).ShouldBe(0);
    }

    [Fact]
    public async Task Retention_counts_from_the_persons_last_message_not_from_the_bots()
    {
        await DoneAsync(Turn("c"));
        await AppendAsync(Turn("c", 0, "alarm") with { At = Noon.AddDays(1), FromPerson = false });
        await DoneAsync(Turn("d"));
        await AppendAsync(Turn("d", 0, "in-2") with { At = Noon.AddDays(1) });
        (await Journal.SweepAsync(Noon.AddHours(1), Never)).ShouldBe(1);
        (await RecordAsync("c")).ShouldBeNull();
        (await RecordAsync("d")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_conversation_that_nobody_answered_goes_too()
    {
        await DoneAsync(Turn("c") with { FromPerson = false });
        (await Journal.SweepAsync(Noon, Never)).ShouldBe(0);
        (await Journal.SweepAsync(Noon.AddSeconds(1), Never)).ShouldBe(1);
    }

    [Fact]
    public async Task A_sweep_of_many_takes_them_all_and_no_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 1_300).Select(i =>
            DoneAsync(Turn($"c{i}") with { At = i % 2 == 0 ? Noon : Noon.AddDays(1) })));
        (await Journal.SweepAsync(Noon.AddHours(1), Never)).ShouldBe(650);
        (await RecordAsync("c0")).ShouldBeNull();
        (await RecordAsync("c1298")).ShouldBeNull();
        (await HistoryAsync("c1299")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Forgetting_takes_record_log_and_alarm_of_that_conversation_only()
    {
        await AppendAsync(Turn("c", 0, "in-1") with { NextDue = Noon });
        await AppendAsync(Turn("c", 0, "in-2") with { NextDue = Noon });
        await AppendAsync(Turn("d", 0, "in-1"));

        await Journal.ForgetAsync("c", Never);

        (await Journal.BeginAsync("c", "in-1", Never)).ShouldBe(new Opened(null, 0, null));
        (await HistoryAsync("c")).ShouldBeEmpty();
        (await Journal.NextDueAsync(Never)).ShouldBeNull();
        (await HistoryAsync("d")).Count.ShouldBe(1);
        await Journal.ForgetAsync("c", Never);
        await Journal.ForgetAsync("never-seen", Never);
    }

    [Fact]
    public async Task A_turn_that_began_before_it_was_forgotten_cannot_bring_it_back()
    {
        await DoneAsync(Turn("c", 0, "in-1"));
        var stale = (await Journal.BeginAsync("c", "in-2", Never)).Version;
        await Journal.ForgetAsync("c", Never);
        (await CommitAsync(Turn("c", stale, "in-2"))).ShouldBeOfType<CommitOutcome.Conflict>();

        // Nor when the person has written again since.
        (await DoneAsync(Turn("c", 0, "in-3"))).Turn.ShouldBe(1);
        (await CommitAsync(Turn("c", stale, "in-2"))).ShouldBeOfType<CommitOutcome.Conflict>();
    }
}
