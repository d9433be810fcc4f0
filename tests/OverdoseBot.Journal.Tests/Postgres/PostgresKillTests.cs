using Xunit.Abstractions;

namespace OverdoseBot.Journal.Tests.Postgres;

/// <summary>Kills over PostgreSQL: of the process that writes, and, while it writes, of the server.</summary>
public sealed class PostgresKillTests(ITestOutputHelper output) : KillContract(output), IAsyncLifetime
{
    private const string Others = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
    private Cluster _cluster = null!;
    private string _connection = null!;

    protected override int Kills => 12;

    protected override int MostAcknowledged => 300;

    public async Task InitializeAsync()
    {
        _cluster = await Cluster.StartAsync();
        _connection = await _cluster.SchemaAsync();
    }

    public Task DisposeAsync()
    {
        _cluster.Dispose();
        return Task.CompletedTask;
    }

    protected override Task<string> ConnectionAsync() => Task.FromResult(_connection);

    // Every third time the server dies under the process and comes back, and the process goes on by itself.
    protected override async Task BeforeKillAsync(int kill)
    {
        if (kill % 3 == 1)
        {
            await _cluster.KillAsync();
            await _cluster.RestartAsync();
        }
    }

    // A commit that was under way when its process died may still be on its way in the server.
    protected override async Task AfterKillAsync(int kill)
    {
        if (kill % 4 == 2)
        {
            await _cluster.KillAsync();
            await _cluster.RestartAsync();
        }

        var since = TimeProvider.System.GetTimestamp();
        while (await Cluster.RunAsync(_connection, Others) is not 0L)
        {
            TimeProvider.System.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromSeconds(120), "the dead process still has connections");
        }
    }
}
