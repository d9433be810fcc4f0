using OverdoseBot.Journal.Sealing;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>Readers beside the writer: a long read never holds up a turn, nor another read.</summary>
internal sealed class Readers(Database file, Seal seal) : IDisposable
{
    private const int MostIdle = 8;
    private readonly Stack<Reader> _idle = new();
    private readonly Lock _gate = new();
    private bool _disposed;

    /// <summary>Reads on the caller's thread (SQLite has no other way); failures come through the task.</summary>
    public ValueTask<T> ReadAsync<T>(Func<Reader, T> read, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancel);
        }

        Reader? reader = null;
        try
        {
            reader = Take();
            var result = read(reader);
            Return(reader);
            return ValueTask.FromResult(result);
        }
        catch (Exception e)
        {
            // After an error a connection is not worth keeping.
            reader?.Dispose();
            return ValueTask.FromException<T>(file.Explain(e));
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            while (_idle.TryPop(out var reader))
            {
                reader.Dispose();
            }
        }
    }

    private Reader Take()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteJournal));
            if (_idle.TryPop(out var reader))
            {
                return reader;
            }
        }

        return new(file.OpenReader(), seal);
    }

    private void Return(Reader reader)
    {
        lock (_gate)
        {
            if (!_disposed && _idle.Count < MostIdle)
            {
                _idle.Push(reader);
                return;
            }
        }

        reader.Dispose();
    }
}
