using Npgsql;

namespace OverdoseBot.Journal.Postgres;

/// <summary>Frees what replicas that are gone had in hand: at the start, and twice a second, so that others go on with it soon.</summary>
internal sealed class Releases(Server server, int holder, TimeProvider time, Action<string> failed) : IAsyncDisposable
{
    // Who is gone is settled first, by number: a row that another takes meanwhile is not freed.
    private const string Dead = """
        WITH dead AS MATERIALIZED (
          SELECT DISTINCT holder FROM {0} WHERE holder IS NOT NULL AND holder <> $2 AND holder NOT IN (
            SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid::bigint = $1 AND objsubid = 2
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())))
        UPDATE {0} SET holder = NULL{1} FROM dead WHERE {0}.holder = dead.holder
        """;

    // What it had in hand it may have sent: for whoever takes it next that was a try whose end nobody knows.
    public static IReadOnlyList<string> Statements { get; } = [Of("alarm", string.Empty), Of("outbox", ", tries = tries + 1")];
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    private static string Of(string table, string more) => Dead.Replace("{0}", table, StringComparison.Ordinal).Replace("{1}", more, StringComparison.Ordinal);

    /// <summary>Frees once, and then goes on in the background.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        await FreeAsync(cancel);
        _running = Task.Run(RunAsync, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(_pause, time);
        var failing = false;
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                try
                {
                    await FreeAsync(_stop.Token);
                    failing = false;
                }
                catch (JournalException e)
                {
                    if (!failing)
                    {
                        failed(e.Message);
                    }

                    failing = true;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Asked to stop.
        }
    }

    private Task<int> FreeAsync(CancellationToken cancel) => server.RunAsync(
        async (connection, token) =>
        {
            await using var batch = new NpgsqlBatch(connection);
            foreach (var sql in Statements)
            {
                batch.BatchCommands.Add(Sql.Part(sql, Sql.Number(Listener.LockClass), Sql.Integer(holder)));
            }

            return await batch.ExecuteNonQueryAsync(token);
        },
        cancel);
}
