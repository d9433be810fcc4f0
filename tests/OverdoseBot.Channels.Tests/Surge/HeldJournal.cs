using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Tests.Surge;

/// <summary>A store whose commits take as long as the test wants: a disk that is slow.</summary>
internal sealed class HeldJournal(IJournal inner) : IJournal
{
    private readonly Lock _lock = new();
    private readonly List<string> _order = [];
    private volatile TaskCompletionSource _go = Gone();

    public event Action<Committed>? Committed
    {
        add => inner.Committed += value;
        remove => inner.Committed -= value;
    }

    /// <summary>Makes a commit throw; null: it does not.</summary>
    public Func<TurnEntry, Exception?> Fails { get; set; } = _ => null;

    /// <summary>Whose turns came to be committed, in order.</summary>
    public IReadOnlyList<string> Order
    {
        get
        {
            lock (_lock)
            {
                return [.. _order];
            }
        }
    }

    public IOutboxRows OutboxRows => inner.OutboxRows;

    /// <summary>From now on commits wait.</summary>
    public void Hold() => _go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Those that wait go on, and the others too.</summary>
    public void LetGo() => _go.TrySetResult();

    public async ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel)
    {
        lock (_lock)
        {
            _order.Add(turn.Conversation);
        }

        await _go.Task;
        return Fails(turn) is { } error ? throw error : await inner.CommitAsync(turn, cancel);
    }

    public ValueTask<Opened> BeginAsync(string conversation, string inboundKey, CancellationToken cancel) => inner.BeginAsync(conversation, inboundKey, cancel);

    public ValueTask<IReadOnlyList<LoggedTurn>> HistoryAsync(string conversation, long after, int most, CancellationToken cancel) =>
        inner.HistoryAsync(conversation, after, most, cancel);

    public ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) => inner.DueAsync(now, most, cancel);

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => inner.NextDueAsync(cancel);

    public ValueTask<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancel) => inner.SweepAsync(olderThan, cancel);

    public ValueTask ForgetAsync(string conversation, CancellationToken cancel) => inner.ForgetAsync(conversation, cancel);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static TaskCompletionSource Gone()
    {
        var gone = new TaskCompletionSource();
        gone.SetResult();
        return gone;
    }
}
