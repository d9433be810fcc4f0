using Npgsql;

namespace OverdoseBot.Journal.Tests.Postgres;

/// <summary>More at once than there are connections, of ours and of the server's.</summary>
public sealed class StormTests
{
    private static readonly CancellationToken _never = CancellationToken.None;

    [Fact]
    public async Task Hundreds_of_turns_at_once_wait_for_a_connection_and_are_all_kept()
    {
        const int Turns = 400;
        await using var journal = await Replicas.OpenAsync(await (await Cluster.SharedAsync()).SchemaAsync());
        await Task.WhenAll(SqliteTurns.Many(Turns).Select(turn => Task.Run(() => Replicas.DoneAsync(journal, turn))));
        (await Task.WhenAll(Enumerable.Range(0, Turns).Select(i => journal.HistoryAsync($"c{i}", 0, 10, _never).AsTask()))).ShouldAllBe(turns => turns.Count == 1);
    }

    [Fact]
    public async Task A_server_that_takes_nobody_any_more_is_told_with_a_remedy_and_room_alone_mends_it()
    {
        using var cluster = await Cluster.StartAsync();
        var connection = await cluster.SchemaAsync();
        var others = await FillAsync(connection);
        (await Should.ThrowAsync<JournalException>(() => Replicas.OpenAsync(connection))).Message.ShouldContain("max_connections");

        foreach (var other in others)
        {
            await other.DisposeAsync();
        }

        // The server notes one after the other that they are gone.
        await using var journal = await RoomAsync(connection);
        await Replicas.DoneAsync(journal, SqliteTurns.Turn("c"));
    }

    private static async Task<PostgresJournal> RoomAsync(string connection)
    {
        for (var since = TimeProvider.System.GetTimestamp(); ; await Task.Yield())
        {
            try
            {
                return await Replicas.OpenAsync(connection);
            }
            catch (JournalException full) when (full.Message.Contains("max_connections", StringComparison.Ordinal))
            {
                TimeProvider.System.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromSeconds(120), "there is never room");
            }
        }
    }

    private static async Task<List<NpgsqlConnection>> FillAsync(string connection)
    {
        var others = new List<NpgsqlConnection>();
        while (true)
        {
            var other = new NpgsqlConnection(connection + ";Pooling=false");
            try
            {
                await other.OpenAsync();
                others.Add(other);
            }
            catch (PostgresException full) when (full.SqlState == "53300")
            {
                await other.DisposeAsync();
                return others;
            }
        }
    }
}
