namespace OverdoseBot.Journal.Postgres;

/// <summary>Counts work, so that closing lets what was accepted finish.</summary>
internal sealed class UnderWay
{
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private int _count;
    private bool _closed;

    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public IDisposable Enter()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(PostgresJournal));
            _count++;
        }

        return new Inside(this);
    }

    public Task CloseAsync()
    {
        lock (_gate)
        {
            _closed = true;
            EndWhenIdle();
        }

        return _idle.Task;
    }

    private void Leave()
    {
        lock (_gate)
        {
            _count--;
            EndWhenIdle();
        }
    }

    private void EndWhenIdle()
    {
        if (_closed && _count == 0)
        {
            _idle.TrySetResult();
        }
    }

    private sealed class Inside(UnderWay work) : IDisposable
    {
        public void Dispose() => work.Leave();
    }
}
