using OverdoseBot.Journal.Sealing;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>Goes through all content once and seals anew what is not under the current key, in small transactions so that turns are not held up.</summary>
internal sealed class SealPass(WriteLoop writes, Readers reads)
{
    private const int PageSize = 512;
    private const int ChunkSize = 16;

    public async Task<Resealed> RunAsync(CancellationToken cancel)
    {
        var found = default(Resealed);
        for (var table = 0; table < SealedTable.All.Count; table++)
        {
            var (at, after) = (table, 0L);
            while (await reads.ReadAsync(reader => reader.Stale(at, after, PageSize), cancel) is { Count: > 0 } page)
            {
                after = page[^1].Number;
                foreach (var chunk in page.Where(row => row.Stale).Select(row => row.Number).Chunk(ChunkSize))
                {
                    found += await writes.SendAsync(new WriteRequest<Resealed>(writer => writer.Sealed[at].Reseal(chunk)), cancel);
                }
            }
        }

        return found;
    }
}
