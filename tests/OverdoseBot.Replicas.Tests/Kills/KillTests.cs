using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OverdoseBot.Journal;
using OverdoseBot.Replicas.Tests.Given;
using Xunit.Abstractions;

namespace OverdoseBot.Replicas.Tests.Kills;

/// <summary>Real people's traffic through real processes that are killed all the time: nothing acknowledged is lost, nothing is said twice, clocks ring.</summary>
/// <remarks><c>KILLS</c> and <c>KILL_SEED</c> in the environment say how many kills, and which moments.</remarks>
[Collection(Alone)]
public sealed class KillTests(ITestOutputHelper output)
{
    /// <summary>Those who measure take turns.</summary>
    public const string Alone = "one storm at a time";

    private const int Usual = 200;

    private static readonly TimeSpan _mostLate = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(100);
    private readonly int _seed = Number("KILL_SEED", 20260);

    // Two storms at once, each over a store of its own: while one waits the other starts what was killed. Four kills in five are of the larger fleet.
    [Fact]
    public async Task Three_replicas_over_a_server_and_one_process_over_a_file_lose_nothing_to_kills()
    {
        var kills = Number("KILLS", Usual);
        await Task.WhenAll(ServerAsync(kills - (kills / 5)), FileAsync(kills / 5));
    }

    private async Task ServerAsync(int kills)
    {
        using var server = await Cluster.StartAsync();
        await JudgeAsync("three replicas over a server", await server.SchemaAsync(), replicas: 3, server, kills, mostBetween: TimeSpan.FromSeconds(0.9));
    }

    private async Task FileAsync(int kills)
    {
        var folder = Directory.CreateTempSubdirectory("odb-kills-");
        await JudgeAsync("one process over a file", $"Data Source={Path.Combine(folder.FullName, "journal.db")}", replicas: 1, null, kills, mostBetween: TimeSpan.FromSeconds(1.8));
        folder.Delete(recursive: true);
    }

    private async Task JudgeAsync(string what, string connection, int replicas, Cluster? server, int kills, TimeSpan mostBetween)
    {
        using var others = new OtherWork();
        await using var api = await Loopback.StartAsync();
        // As shipped; whoever looks through it all afterwards has more time.
        var theirs = server is null ? connection : connection + ";Timeout=5;Command Timeout=5";
        var fleet = Enumerable.Range(0, replicas).Select(_ => new Replica(Settings.Of(theirs, Settings.Texts(api)))).ToList();
        try
        {
            fleet.ForEach(replica => replica.Start());
            await Task.WhenAll(fleet.Select(replica => replica.ReadyAsync()));
            var card = await TextPerson.CardAsync(fleet[0].Http);
            var storm = new Storm(fleet, server, _seed);
            await using var crowd = new Crowd(new RoundRobin(fleet), _seed);
            crowd.Start();
            await storm.RageAsync(kills, mostBetween);
            await crowd.QuietAsync();

            await using var journal = await Journals.OpenAsync(connection, TimeProvider.System, NullLoggerFactory.Instance);
            var until = TimeProvider.System.GetUtcNow();
            await DeliveredAsync(connection);
            var (verdict, rings) = (new Verdict(), new List<Ring>());
            await new WebChecker(journal, crowd.Web, verdict, rings).CheckAsync();
            await new TextChecker(journal, crowd.Texts, api.Kept, card, until, verdict, rings).CheckAsync();
            // Where other programs take a part of the machine its queues are measured too.
            await new AlarmChecker(journal, rings, storm.Calms, others.IsQuiet ? _mostLate : 5 * _mostLate, verdict).CheckAsync();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}, seed {_seed}: {storm.Kills} kills at {storm.Moments} moments in {storm.Took.TotalSeconds:0} s: {storm.ReplicaKills} of replicas ({storm.StartKills} while they started), {storm.ServerKills} of the server; a start took {fleet.SelectMany(r => r.Starts).Average(s => s.TotalSeconds):0.0} s; other programs took {others.Share():P0} of the machine"));
            output.WriteLine(verdict.Counts);
            verdict.Faults.ShouldBeEmpty();
            storm.Kills.ShouldBe(kills);
            (2 * storm.ReplicaKills).ShouldBeGreaterThanOrEqualTo(kills, "at least half of the kills are of replicas");
        }
        finally
        {
            fleet.ForEach(replica => replica.Dispose());
        }
    }

    // What is in the outbox goes out, what a replica holds included.
    private static async Task DeliveredAsync(string connection)
    {
        await using DbConnection store = Journals.IsServer(connection) ? new NpgsqlConnection(connection) : new SqliteConnection(connection);
        await store.OpenAsync();
        await using var waiting = store.CreateCommand();
        waiting.CommandText = "SELECT count(*) FROM outbox";
        for (var since = Stopwatch.StartNew(); await waiting.ExecuteScalarAsync() is not 0L;)
        {
            since.Elapsed.ShouldBeLessThan(_patience, "something is left in the outbox");
            await Task.Delay(_look, TimeProvider.System);
        }
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
