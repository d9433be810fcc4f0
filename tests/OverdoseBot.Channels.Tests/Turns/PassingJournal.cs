using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Tests;

/// <summary>Passes everything on to a real journal; a test steps in where it commits.</summary>
internal abstract class PassingJournal(IJournal inner) : IJournal
{
    public event Action<Committed>? Committed
    {
        add => inner.Committed += value;
        remove => inner.Committed -= value;
    }

    public IOutboxRows OutboxRows => inner.OutboxRows;

    public virtual ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel) => inner.CommitAsync(turn, cancel);

    public ValueTask<Opened> BeginAsync(string conversation, string inboundKey, CancellationToken cancel) => inner.BeginAsync(conversation, inboundKey, cancel);

    public ValueTask<IReadOnlyList<LoggedTurn>> HistoryAsync(string conversation, long after, int most, CancellationToken cancel) =>
        inner.HistoryAsync(conversation, after, most, cancel);

    public ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) => inner.DueAsync(now, most, cancel);

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => inner.NextDueAsync(cancel);

    public ValueTask<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancel) => inner.SweepAsync(olderThan, cancel);

    public ValueTask ForgetAsync(string conversation, CancellationToken cancel) => inner.ForgetAsync(conversation, cancel);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
