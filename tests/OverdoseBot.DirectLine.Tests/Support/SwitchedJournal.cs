using OverdoseBot.Journal;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>A real journal that can be taken away.</summary>
internal sealed class SwitchedJournal(IJournal journal) : IJournal
{
    public event Action<Committed>? Committed
    {
        add => journal.Committed += value;
        remove => journal.Committed -= value;
    }

    public bool Away { get; set; }

    /// <summary>What commits wait for: a slow disk.</summary>
    public Task Slow { get; set; } = Task.CompletedTask;

    /// <summary>How many messages are in hand now.</summary>
    public CountedOutbox.Counter InHand { get; } = new();

    public IOutboxRows OutboxRows => new CountedOutbox(There().OutboxRows, InHand);

    public ValueTask<Opened> BeginAsync(string conversation, string inboundKey, CancellationToken cancel) =>
        There().BeginAsync(conversation, inboundKey, cancel);

    public async ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel)
    {
        await Slow;
        return await There().CommitAsync(turn, cancel);
    }

    public ValueTask<IReadOnlyList<LoggedTurn>> HistoryAsync(string conversation, long after, int most, CancellationToken cancel) =>
        There().HistoryAsync(conversation, after, most, cancel);

    public ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) => There().DueAsync(now, most, cancel);

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => There().NextDueAsync(cancel);

    public ValueTask<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancel) => There().SweepAsync(olderThan, cancel);

    public ValueTask ForgetAsync(string conversation, CancellationToken cancel) => There().ForgetAsync(conversation, cancel);

    public ValueTask DisposeAsync() => journal.DisposeAsync();

    private IJournal There() => Away ? throw new JournalException("The disk is away.") : journal;
}
