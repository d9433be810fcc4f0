using OverdoseBot.Journal;
using OverdoseBot.Journal.Tests;

namespace OverdoseBot.Channels.Tests.Surge;

/// <summary>A store whose commits take as long as the test wants: a disk that is slow.</summary>
internal sealed class HeldJournal(IJournal inner) : PassingJournal(inner)
{
    private readonly Lock _lock = new();
    private readonly List<string> _order = [];
    private volatile TaskCompletionSource _go = Gone();

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

    /// <summary>From now on commits wait.</summary>
    public void Hold() => _go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Those that wait go on, and the others too.</summary>
    public void LetGo() => _go.TrySetResult();

    public override async ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel)
    {
        lock (_lock)
        {
            _order.Add(turn.Conversation);
        }

        await _go.Task;
        return Fails(turn) is { } error ? throw error : await base.CommitAsync(turn, cancel);
    }

    private static TaskCompletionSource Gone()
    {
        var gone = new TaskCompletionSource();
        gone.SetResult();
        return gone;
    }
}
