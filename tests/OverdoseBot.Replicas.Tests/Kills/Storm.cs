using System.Diagnostics;
using OverdoseBot.Replicas.Tests.Given;

namespace OverdoseBot.Replicas.Tests.Kills;

/// <summary>A calm between kills: everything was up from its beginning.</summary>
internal sealed record Calm(DateTimeOffset From, DateTimeOffset Until);

/// <summary>
/// Kills replicas and their server at seeded moments, in gusts; after each gust everything comes back, and there is a calm. Some moments take several at once,
/// as a machine does that dies: each of them is a kill.
/// </summary>
internal sealed class Storm(IReadOnlyList<Replica> replicas, Cluster? server, int seed)
{
    private const int Gust = 20;
    private static readonly TimeSpan _calm = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(25);
    private readonly Random _random = new(seed);
    private readonly List<Calm> _calms = [];
    private Task _serverIsBack = Task.CompletedTask;

    public IReadOnlyList<Calm> Calms => _calms;

    public int Kills => ReplicaKills + ServerKills;

    public int Moments { get; private set; }

    public int ReplicaKills { get; private set; }

    /// <summary>Of those, how many met a replica that was still starting.</summary>
    public int StartKills { get; private set; }

    public int ServerKills { get; private set; }

    public TimeSpan Took { get; private set; }

    public async Task RageAsync(int kills, TimeSpan mostBetween)
    {
        var since = Stopwatch.StartNew();
        await Task.Delay(_calm, TimeProvider.System);
        for (int left = kills, gust = 0; left > 0;)
        {
            var before = Kills;
            await KillAsync(left, mostBetween);
            Moments++;
            (left, gust) = (left - (Kills - before), gust + (Kills - before));
            if (gust >= Gust || left == 0)
            {
                await RecoverAsync();
                gust = 0;
            }
        }

        Took = since.Elapsed;
    }

    private async Task KillAsync(int most, TimeSpan mostBetween)
    {
        var moment = mostBetween * _random.NextDouble();
        var (some, withServer) = Choose(most);
        foreach (var one in some)
        {
            if (_random.Next(3) > 0)
            {
                await ServingAsync(one);
            }
        }

        // The server is back in a fraction of the time that a replica takes.
        await (withServer ? _serverIsBack : Task.CompletedTask);
        StartEnded(some);
        await Task.Delay(moment, TimeProvider.System);
        StartEnded(some);
        var listening = (await Task.WhenAll(some.Select(one => one.ListensAsync()))).Count(listens => listens);
        var alive = some.Where(one => !one.HasEnded).ToList();
        await Task.WhenAll([.. alive.Select(one => one.KillAsync()), withServer ? server!.KillAsync() : Task.CompletedTask]);
        ReplicaKills += alive.Count;
        StartKills += Math.Max(0, alive.Count - listening);
        StartEnded(some);
        if (withServer)
        {
            ServerKills++;
            _serverIsBack = RestartAsync(server!, TimeSpan.FromMilliseconds(_random.Next(300)));
        }
    }

    // Mostly one, sometimes two or three; with the server among them in about half of these.
    private (IReadOnlyList<Replica> Some, bool WithServer) Choose(int most)
    {
        var number = Math.Min(most, _random.Next(6) switch { 0 => 3, 1 => 2, _ => 1 });
        var withServer = server is not null && _random.Next(5) < (number == 1 ? 2 : 3);
        var all = replicas.ToArray();
        _random.Shuffle(all);
        return ([.. all.Take(number - (withServer ? 1 : 0))], withServer);
    }

    // However slow the machine, most kills are to meet a replica at work. Those that ended because the server was away are started again, as whoever runs
    // them does.
    private async Task ServingAsync(Replica one)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < _patience && !await one.ListensAsync())
        {
            StartEnded(replicas);
            await Task.Delay(_look, TimeProvider.System);
        }
    }

    private static void StartEnded(IEnumerable<Replica> some)
    {
        foreach (var ended in some.Where(r => r.HasEnded))
        {
            ended.Start();
        }
    }

    private static async Task RestartAsync(Cluster server, TimeSpan later)
    {
        await Task.Delay(later, TimeProvider.System);
        await server.RestartAsync();
    }

    private async Task RecoverAsync()
    {
        await _serverIsBack;
        await Task.WhenAll(replicas.Select(replica => replica.ReadyAsync(again: true)));
        var from = TimeProvider.System.GetUtcNow();
        await Task.Delay(_calm, TimeProvider.System);
        _calms.Add(new(from, TimeProvider.System.GetUtcNow()));
    }
}
