namespace OverdoseBot.Journal.Tests;

/// <summary>Passes everything on to a real journal; a test steps in where it likes.</summary>
internal abstract class PassingJournal(IJournal inner) : IJournal
{
    public virtual event Action<Committed>? Committed
    {
        add => inner.Committed += value;
        remove => inner.Committed -= value;
    }

    public virtual IOutboxRows OutboxRows => There.OutboxRows;

    /// <summary>What is asked; it may be away.</summary>
    protected virtual IJournal There => inner;

    public virtual ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel) => There.CommitAsync(turn, cancel);

    public virtual ValueTask<Opened> BeginAsync(string conversation, string inboundKey, CancellationToken cancel) => There.BeginAsync(conversation, inboundKey, cancel);

    public ValueTask<IReadOnlyList<LoggedTurn>> HistoryAsync(string conversation, long after, int most, CancellationToken cancel) =>
        There.HistoryAsync(conversation, after, most, cancel);

    public virtual ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) => There.DueAsync(now, most, cancel);

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => There.NextDueAsync(cancel);

    public virtual ValueTask<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancel) => There.SweepAsync(olderThan, cancel);

    public ValueTask ForgetAsync(string conversation, CancellationToken cancel) => There.ForgetAsync(conversation, cancel);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
