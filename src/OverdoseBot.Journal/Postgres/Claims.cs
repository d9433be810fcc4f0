using Npgsql;

namespace OverdoseBot.Journal.Postgres;

/// <summary>Takes many rows, each by its own key, in one round trip. Nobody is waited for: what another is taking is skipped.</summary>
internal static class Claims
{
    public static async Task TakeAsync<T>(
        NpgsqlConnection connection, IReadOnlyList<T> free, Func<T, NpgsqlBatchCommand> claim, Action<T, NpgsqlDataReader> taken, CancellationToken cancel)
    {
        if (free.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        // A claim need not survive the server: when it restarts, whoever held something is gone.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT set_config('synchronous_commit', 'off', true)"));
        foreach (var candidate in free)
        {
            batch.BatchCommands.Add(claim(candidate));
        }

        await using var rows = await batch.ExecuteReaderAsync(cancel);
        foreach (var candidate in free)
        {
            await rows.NextResultAsync(cancel);
            if (await rows.ReadAsync(cancel))
            {
                taken(candidate, rows);
            }
        }

        await rows.NextResultAsync(cancel);
    }
}
