namespace OverdoseBot.Journal.Tests;

/// <summary>A journal that can be down for reads of the alarm clock and whose news never arrives; sweeps are counted.</summary>
internal sealed class FlakyJournal(IJournal journal) : PassingJournal(journal)
{
    public override event Action<Committed>? Committed
    {
        add { }
        remove { }
    }

    public bool Down { get; set; }

    public override IOutboxRows OutboxRows => Down ? throw new JournalException("down") : base.OutboxRows;

    public Func<DateTimeOffset, int> OnSweep { get; init; } = _ => 0;

    public override ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) =>
        Down ? throw new JournalException("down") : base.DueAsync(now, most, cancel);

    public override ValueTask<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancel) => new(OnSweep(olderThan));
}
