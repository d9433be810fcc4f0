using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Tests.Chats;

/// <summary>Lets another turn in just before a commit, so that the commit meets a conflict.</summary>
internal sealed class RacedJournal(IJournal inner) : IJournal
{
    public event Action<Committed>? Committed
    {
        add => inner.Committed += value;
        remove => inner.Committed -= value;
    }

    public IOutboxRows OutboxRows => inner.OutboxRows;

    /// <summary>The turn that comes first; taken once.</summary>
    public Func<Task>? First { get; set; }

    public int Conflicts { get; private set; }

    public async ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel)
    {
        if (First is { } first)
        {
            First = null;
            await first();
        }

        var outcome = await inner.CommitAsync(turn, cancel);
        Conflicts += outcome is CommitOutcome.Conflict ? 1 : 0;
        return outcome;
    }

    public ValueTask<Opened> BeginAsync(string conversation, string inboundKey, CancellationToken cancel) => inner.BeginAsync(conversation, inboundKey, cancel);

    public ValueTask<IReadOnlyList<LoggedTurn>> HistoryAsync(string conversation, long after, int most, CancellationToken cancel) =>
        inner.HistoryAsync(conversation, after, most, cancel);

    public ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) => inner.DueAsync(now, most, cancel);

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => inner.NextDueAsync(cancel);

    public ValueTask<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancel) => inner.SweepAsync(olderThan, cancel);

    public ValueTask ForgetAsync(string conversation, CancellationToken cancel) => inner.ForgetAsync(conversation, cancel);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
