using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>Deletes in small transactions and then wipes the log of the database, where deleted text would live on.</summary>
internal sealed class Sweeper(WriteLoop writes, Readers reads, TimeProvider time) : IDisposable
{
    private const int PageSize = 512;
    private const int ChunkSize = 16;
    private const int MostTries = 50;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);
    private readonly CancellationTokenSource _closing = new();
    private volatile bool _wipePending;
    private int _retrying;

    public async ValueTask<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancel)
    {
        var before = Times.Stored(olderThan);
        var swept = 0;
        var after = 0L;
        while (true)
        {
            var page = await reads.ReadAsync(reader => reader.Page(after, PageSize), cancel);
            if (page.Count == 0)
            {
                break;
            }

            after = page[^1].Number;
            foreach (var chunk in page.Where(c => c.NoAlarm && c.HeardAt < before).Select(c => c.Number).Chunk(ChunkSize))
            {
                _wipePending = true;
                swept += await writes.SendAsync(new WriteRequest<int>(writer => writer.Erase.Sweep(chunk, before)), cancel);
            }
        }

        await WipeAsync(cancel);
        return swept;
    }

    public async ValueTask ForgetAsync(string conversation, CancellationToken cancel)
    {
        if (await writes.SendAsync(new WriteRequest<bool>(writer => writer.Erase.Forget(conversation)), cancel))
        {
            _wipePending = true;
        }

        await WipeAsync(cancel);
    }

    /// <summary>
    /// After text was deleted by a turn: wipes it at once where no reader is at work, and else as soon as none is.
    /// It never holds up nor fails a turn that is kept.
    /// </summary>
    public async ValueTask WipeSoonAsync()
    {
        _wipePending = true;
        if (!await TryWipeAsync(CancellationToken.None) && Interlocked.Exchange(ref _retrying, 1) == 0)
        {
            _ = RetryAsync();
        }
    }

    /// <summary>No more tries: closing the file removes the log.</summary>
    public void Dispose() => _closing.Cancel();

    private async Task RetryAsync()
    {
        var tries = 0;
        do
        {
            while (_wipePending && ++tries <= MostTries && !_closing.IsCancellationRequested)
            {
                await Task.Delay(_pause, time, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await TryWipeAsync(_closing.Token);
            }

            Interlocked.Exchange(ref _retrying, 0);
        }
        // Who raised it while this one was leaving has started nobody.
        while (_wipePending && tries <= MostTries && !_closing.IsCancellationRequested && Interlocked.Exchange(ref _retrying, 1) == 0);
    }

    private async ValueTask<bool> TryWipeAsync(CancellationToken cancel)
    {
        try
        {
            return await EmptyLogAsync(cancel);
        }
        catch (Exception failure) when (failure is JournalException or ObjectDisposedException or OperationCanceledException)
        {
            // It stays pending: the next sweep wipes it.
            return false;
        }
    }

    // A reader in the middle of its work keeps the log alive; such work is short, so try again.
    private async ValueTask WipeAsync(CancellationToken cancel)
    {
        for (var tries = 1; _wipePending; tries++)
        {
            if (!await EmptyLogAsync(cancel))
            {
                if (tries == MostTries)
                {
                    throw new JournalException(
                        "The text was deleted, but its traces in the write-ahead log could not be wiped because something keeps reading the journal. "
                        + "The next sweep tries again; close database browsers and backups that have the file open.");
                }

                await Task.Delay(_pause, time, cancel);
            }
        }
    }

    // Text that is deleted while the log is being emptied may come behind it: the flag falls first, and is up again then.
    private async ValueTask<bool> EmptyLogAsync(CancellationToken cancel)
    {
        _wipePending = false;
        var emptied = false;
        try
        {
            emptied = await writes.SendAsync(new WriteRequest<bool>(writer => writer.EmptyLog()) { Alone = true }, cancel);
        }
        finally
        {
            // Never lowered here: somebody may have raised it meanwhile.
            if (!emptied)
            {
                _wipePending = true;
            }
        }

        return emptied;
    }
}
