using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using OverdoseBot.Benchmarks.Http;
using OverdoseBot.Journal.Tests.Postgres;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>A running service: one process or several, and their store.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly List<ServerProcess> _processes;
    private readonly Cluster? _cluster;
    private readonly string? _server;

    private Service(List<ServerProcess> processes, Cluster? cluster, string? server) => (_processes, _cluster, _server) = (processes, cluster, server);

    public IReadOnlyList<Uri> Addresses => [.. _processes.Select(p => p.Address)];

    /// <summary>Resident memory of its processes now, in bytes; a server of the store is not in it.</summary>
    public long Resident => _processes.Sum(p => p.Resident);

    /// <summary>Processor time of its processes, a server of the store not counted.</summary>
    public TimeSpan Cpu => _processes.Aggregate(TimeSpan.Zero, (sum, p) => sum + p.Cpu);

    /// <summary>The only process.</summary>
    public ServerProcess One => _processes[0];

    /// <summary>OverdoseBot over its SQLite file.</summary>
    public static Task<Service> OverFileAsync(string program, string? journal = null) => StartedAsync(new Service([new(Ours(program, journal))], null, null));

    /// <summary>Some replicas of OverdoseBot over a PostgreSQL of their own.</summary>
    public static async Task<Service> OverServerAsync(string program, int replicas)
    {
        var cluster = await Cores.StartOnFirstAsync(Cluster.StartAsync);
        var journal = await cluster.SchemaAsync();
        return await StartedAsync(new Service([.. Enumerable.Range(0, replicas).Select(_ => new ServerProcess(Ours(program, journal)))], cluster, journal));
    }

    /// <summary>The Bot Framework's own JavaScript with its memory storage.</summary>
    public static Task<Service> RivalAsync() => StartedAsync(new Service([new(Rival.Contestant)], null, null));

    /// <summary>The same web server with nothing behind it: what is asked is read, and a fixed text comes back.</summary>
    public static Task<Service> EchoAsync() => StartedAsync(new Service([new(Contestant.Echo with { Start = (address, own) => Cores.OnFirst(Contestant.Echo.Start(address, own)) })], null, null));

    /// <summary>Ends every process as <c>kill -9</c> does, and counts the turns that are in the store.</summary>
    public async Task<long> KillAndCountAsync()
    {
        foreach (var process in _processes)
        {
            await process.KillAsync();
        }

        await using DbConnection store = _server is { } server ? new NpgsqlConnection(server) : new SqliteConnection(_processes[0].Journal);
        await store.OpenAsync();
        await using var turns = store.CreateCommand();
        turns.CommandText = "SELECT count(*) FROM log";
        return Convert.ToInt64(await turns.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        _cluster?.Dispose();
    }

    private static async Task<Service> StartedAsync(Service service)
    {
        foreach (var process in service._processes)
        {
            await process.ListenAsync();
        }

        return service;
    }

    private static Contestant Ours(string program, string? journal) => new("OverdoseBot", true, (address, own) =>
    {
        var start = Contestant.Serve(program, address, journal ?? own);
        start.Environment["DirectLine__SigningKey"] = "a key for figures only, of 32 characters";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return Cores.OnFirst(start);
    });
}
