using Npgsql;
using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal.Postgres;

/// <summary>Deletes in small transactions, and then has the server clear away what was deleted.</summary>
internal sealed class Sweeper(Server server)
{
    private const int PageSize = 512;
    private const int ChunkSize = 16;

    public const string PageSql = """
        SELECT c.conversation, c.heard_at < $2 AND NOT EXISTS (SELECT 1 FROM alarm a WHERE a.conversation = c.conversation)
        FROM conversation c WHERE c.conversation > $1 ORDER BY c.conversation LIMIT $3
        """;

    private const string ForgetSql = "SELECT forget_1($1, $2)";
    private volatile bool _wipePending;

    public async ValueTask<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancel)
    {
        var before = Times.Stored(olderThan);
        var swept = 0;
        byte[] after = [];
        while (await PageAsync(after, before, cancel) is { Count: > 0 } page)
        {
            after = page[^1].Key;
            foreach (var chunk in page.Where(row => row.Old).Select(row => row.Key).Chunk(ChunkSize))
            {
                swept += await server.RunAsync((connection, token) => ForgetAsync(connection, chunk, before, token), cancel);
            }
        }

        if (swept > 0 || _wipePending)
        {
            _wipePending = false;
            try
            {
                await VacuumAsync(cancel);
            }
            catch (Exception)
            {
                _wipePending = true;
                throw;
            }
        }

        return swept;
    }

    /// <summary>After text was deleted by a turn: the next sweep has it cleared away.</summary>
    public void WipeLater() => _wipePending = true;

    public async ValueTask ForgetAsync(string conversation, CancellationToken cancel)
    {
        await server.RunAsync((connection, token) => ForgetAsync(connection, [Key.Of(conversation)], null, token), cancel, whole: true);
        _wipePending = true;
    }

    /// <summary>Has the server clear away what was deleted or written over.</summary>
    public async ValueTask VacuumAsync(CancellationToken cancel) => await server.RunAsync(VacuumAsync, cancel);

    private Task<List<(byte[] Key, bool Old)>> PageAsync(byte[] after, long before, CancellationToken cancel) => server.RunAsync(
        (connection, token) => Sql.AllAsync(
            Sql.Command(connection, PageSql, Sql.Bytes(after), Sql.Number(before), Sql.Integer(PageSize)),
            row => (row.GetFieldValue<byte[]>(0), row.GetBoolean(1)),
            token),
        cancel);

    private static async Task<int> ForgetAsync(NpgsqlConnection connection, byte[][] conversations, long? before, CancellationToken cancel)
    {
        var gone = 0;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var conversation in conversations)
        {
            batch.BatchCommands.Add(Sql.Part(ForgetSql, Sql.Bytes(conversation), Sql.Number(before)));
        }

        await using var rows = await batch.ExecuteReaderAsync(cancel);
        do
        {
            while (await rows.ReadAsync(cancel))
            {
                gone += rows.GetBoolean(0) ? 1 : 0;
            }
        }
        while (await rows.NextResultAsync(cancel));
        return gone;
    }

    // What another replica clears already is passed over. It may take long; turns do not wait for it.
    private static async Task<int> VacuumAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = Sql.Command(connection, "VACUUM (SKIP_LOCKED) conversation, log, alarm, outbox");
        command.CommandTimeout = 0;
        return await command.ExecuteNonQueryAsync(cancel);
    }
}
