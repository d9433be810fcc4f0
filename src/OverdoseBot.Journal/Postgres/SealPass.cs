using Npgsql;
using OverdoseBot.Journal.Sealing;

namespace OverdoseBot.Journal.Postgres;

/// <summary>
/// Goes through all content once and seals anew what is not under the current key. Each row is a transaction of its own: it waits for a turn of its
/// conversation, and no turn waits for more than it.
/// </summary>
internal sealed class SealPass(Server server, Seal seal)
{
    private const int PageSize = 128;

    public async Task<Resealed> RunAsync(CancellationToken cancel)
    {
        var found = default(Resealed);
        foreach (var table in SealedTable.All)
        {
            byte[] key = [];
            var number = 0L;
            while (await PageAsync(table, key, number, cancel) is { Count: > 0 } page)
            {
                (key, number) = (page[^1].Key, page[^1].Number);
                foreach (var row in page.Where(row => row.First is not null || row.Second is not null))
                {
                    found += await ResealAsync(table, row, cancel);
                }
            }
        }

        return found;
    }

    private Task<List<Row>> PageAsync(SealedTable table, byte[] key, long number, CancellationToken cancel) => server.RunAsync(
        (connection, token) => Sql.AllAsync(
            Sql.Command(connection, table.Page, Sql.Bytes(key), Sql.Number(number), Sql.Bytes(seal.Header), Sql.Integer(PageSize)), Row.Read, token),
        cancel);

    private async Task<Resealed> ResealAsync(SealedTable table, Row row, CancellationToken cancel)
    {
        byte[]? first, second;
        using (var box = seal.Of(row.Id))
        {
            try
            {
                first = Again(box, table.First, row.Bound, row.First);
                second = Again(box, table.Second, row.Bound, row.Second);
            }
            catch (JournalException)
            {
                return new(0, 0, Unreadable: 1);
            }
        }

        return await server.RunAsync((connection, token) => UpdateAsync(connection, table, row, first, second, token), cancel)
            ? new(Done: 1, 0, 0)
            : new(0, Left: 1, 0);
    }

    private static byte[]? Again(Box box, Kind kind, string bound, byte[]? stored) =>
        stored is null ? null : box.Close(kind, bound, box.Open(kind, bound, stored));

    private static async Task<bool> UpdateAsync(
        NpgsqlConnection connection, SealedTable table, Row row, byte[]? first, byte[]? second, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        // What a crash takes back is sealed again after it.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT set_config('synchronous_commit', 'off', true)"));
        var update = Sql.Part(
            table.Update, Sql.Bytes(row.Key), Sql.Number(row.Number), Sql.Bytes(first), Sql.Bytes(second), Sql.Bytes(row.First), Sql.Bytes(row.Second));
        batch.BatchCommands.Add(update);
        await batch.ExecuteNonQueryAsync(cancel);
        return update.RecordsAffected > 0;
    }

    private sealed record Row(byte[] Key, long Number, string Id, string Bound, byte[]? First, byte[]? Second)
    {
        public static Row Read(NpgsqlDataReader row) => new(
            row.GetFieldValue<byte[]>(0), row.GetInt64(1), row.GetString(2), row.GetString(3), Bytes(row, 4), Bytes(row, 5));

        private static byte[]? Bytes(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
    }
}
