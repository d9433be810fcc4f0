using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>Deletes in small transactions and then wipes the log of the database, where deleted text would live on.</summary>
internal sealed class Sweeper(WriteLoop writes, Readers reads, TimeProvider time)
{
    private const int PageSize = 512;
    private const int ChunkSize = 16;
    private const int MostTries = 50;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);
    private volatile bool _wipePending;

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

    /// <summary>After text was deleted by a turn: wipes it at once where no reader is at work, else the next sweep does. It never fails a turn that is kept.</summary>
    public async ValueTask WipeSoonAsync()
    {
        _wipePending = true;
        try
        {
            _wipePending = !await writes.SendAsync(new WriteRequest<bool>(writer => writer.EmptyLog()) { Alone = true }, CancellationToken.None);
        }
        catch (Exception failure) when (failure is JournalException or ObjectDisposedException)
        {
            // It stays pending.
        }
    }

    // A reader in the middle of its work keeps the log alive; such work is short, so try again.
    private async ValueTask WipeAsync(CancellationToken cancel)
    {
        for (var tries = 1; _wipePending; tries++)
        {
            _wipePending = false;
            _wipePending = !await writes.SendAsync(new WriteRequest<bool>(writer => writer.EmptyLog()) { Alone = true }, cancel);
            if (_wipePending)
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
}
