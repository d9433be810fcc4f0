using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Tests.Turns;

/// <summary>A store that cannot be reached: at the beginning of a turn, or only at its commit.</summary>
internal sealed class AwayJournal(bool atCommitOnly) : IJournal
{
    public event Action<Committed>? Committed
    {
        add { }
        remove { }
    }

    public IOutboxRows OutboxRows => throw Away();

    public ValueTask<Opened> BeginAsync(string conversation, string inboundKey, CancellationToken cancel) =>
        atCommitOnly ? new(new Opened(null, 0, null)) : throw Away();

    public ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel) => throw Away();

    public ValueTask<IReadOnlyList<LoggedTurn>> HistoryAsync(string conversation, long after, int most, CancellationToken cancel) => throw Away();

    public ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) => throw Away();

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => throw Away();

    public ValueTask<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancel) => throw Away();

    public ValueTask ForgetAsync(string conversation, CancellationToken cancel) => throw Away();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static JournalException Away() => new("The disk is full.");
}
