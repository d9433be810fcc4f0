using OverdoseBot.Journal;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>A journal that holds nothing, for streams that read none of it.</summary>
internal sealed class NoJournal : IJournal
{
#pragma warning disable CS0067 // Nobody commits here.
    public event Action<Committed>? Committed;
#pragma warning restore CS0067

    public event Action? Missed;

    public void Miss() => Missed?.Invoke();

    public IOutboxRows OutboxRows => throw new NotSupportedException();

    public ValueTask<Opened> BeginAsync(string conversation, string inboundKey, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<LoggedTurn>> HistoryAsync(string conversation, long after, int most, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask ForgetAsync(string conversation, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
