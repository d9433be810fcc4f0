namespace OverdoseBot.Journal.Tests;

/// <summary>A journal that can be down for reads of the alarm clock and whose news never arrives; sweeps are counted.</summary>
internal sealed class FlakyJournal(IJournal journal) : IJournal
{
    public event Action<Committed>? Committed
    {
        add { }
        remove { }
    }

    public bool Down { get; set; }

    public IOutboxRows OutboxRows => Down ? throw new JournalException("down") : journal.OutboxRows;

    public Func<DateTimeOffset, int> OnSweep { get; init; } = _ => 0;

    public ValueTask<Opened> BeginAsync(string conversation, string inboundKey, CancellationToken cancel) =>
        journal.BeginAsync(conversation, inboundKey, cancel);

    public ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel) => journal.CommitAsync(turn, cancel);

    public ValueTask<IReadOnlyList<LoggedTurn>> HistoryAsync(string conversation, long after, int most, CancellationToken cancel) =>
        journal.HistoryAsync(conversation, after, most, cancel);

    public ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) =>
        Down ? throw new JournalException("down") : journal.DueAsync(now, most, cancel);

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => journal.NextDueAsync(cancel);

    public ValueTask<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancel) => new(OnSweep(olderThan));

    public ValueTask ForgetAsync(string conversation, CancellationToken cancel) => journal.ForgetAsync(conversation, cancel);

    public ValueTask DisposeAsync() => journal.DisposeAsync();
}
