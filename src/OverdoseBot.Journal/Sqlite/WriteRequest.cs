namespace OverdoseBot.Journal.Sqlite;

/// <summary>A piece of work for the write loop and the promise of its result.</summary>
internal abstract class WriteRequest
{
    private const int Queued = 0;
    private const int Taken = 1;
    private const int Cancelled = 2;
    private int _state;

    /// <summary>Runs by itself outside any transaction.</summary>
    public bool Alone { get; init; }

    /// <summary>Claims it for running; false when it was cancelled first.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Queued) == Queued;

    /// <summary>Cancels it unless it was taken.</summary>
    public void Cancel(CancellationToken cancel)
    {
        if (Interlocked.CompareExchange(ref _state, Cancelled, Queued) == Queued)
        {
            OnCancelled(cancel);
        }
    }

    /// <summary>Does the work and remembers its result. Run again after what it did was rolled back, it does the same as if it were the first time.</summary>
    public abstract void Run(Writer writer);

    /// <summary>What to tell the world once the work is durable.</summary>
    public abstract Committed? News { get; }

    public abstract void Complete();

    public abstract void Fail(Exception exception);

    protected abstract void OnCancelled(CancellationToken cancel);
}

/// <inheritdoc/>
internal sealed class WriteRequest<T>(Func<Writer, T> work, Func<T, Committed?>? news = null) : WriteRequest
{
    // Callers go on elsewhere, never on the writer.
    private readonly TaskCompletionSource<T> _promise = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _promise.Task;

    public override Committed? News => news?.Invoke(_result!);

    public override void Run(Writer writer) => _result = work(writer);

    public override void Complete() => _promise.TrySetResult(_result!);

    public override void Fail(Exception exception) => _promise.TrySetException(exception);

    protected override void OnCancelled(CancellationToken cancel) => _promise.TrySetCanceled(cancel);
}
