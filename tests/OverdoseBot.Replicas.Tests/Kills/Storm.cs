using System.Diagnostics;
using OverdoseBot.Replicas.Tests.Given;

namespace OverdoseBot.Replicas.Tests.Kills;

/// <summary>A calm between kills: everything was up from its beginning.</summary>
internal sealed record Calm(DateTimeOffset From, DateTimeOffset Until);

/// <summary>Kills replicas and their server at seeded moments, in gusts; after each gust everything comes back, and there is a calm.</summary>
internal sealed class Storm(IReadOnlyList<Replica> replicas, Cluster? server, int seed)
{
    private const int Gust = 20;
    private static readonly TimeSpan _calm = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(25);
    private readonly Random _random = new(seed);
    private readonly List<Calm> _calms = [];
    private Task _serverIsBack = Task.CompletedTask;

    public IReadOnlyList<Calm> Calms => _calms;

    public int ReplicaKills { get; private set; }

    /// <summary>Of those, how many met a replica that was still starting.</summary>
    public int StartKills { get; private set; }

    public int ServerKills { get; private set; }

    public TimeSpan Took { get; private set; }

    public async Task RageAsync(int kills, TimeSpan mostBetween)
    {
        var since = Stopwatch.StartNew();
        await Task.Delay(_calm, TimeProvider.System);
        for (var kill = 1; kill <= kills; kill++)
        {
            await KillAsync(mostBetween);
            if (kill % Gust == 0 || kill == kills)
            {
                await RecoverAsync();
            }
        }

        Took = since.Elapsed;
    }

    private async Task KillAsync(TimeSpan mostBetween)
    {
        var moment = mostBetween * _random.NextDouble();
        if (server is not null && _random.Next(4) == 0)
        {
            await Task.Delay(moment, TimeProvider.System);
            // The server is back in a fraction of the time that a replica takes.
            await _serverIsBack;
            await server.KillAsync();
            ServerKills++;
            _serverIsBack = RestartAsync(server, TimeSpan.FromMilliseconds(_random.Next(300)));
            return;
        }

        var one = replicas[_random.Next(replicas.Count)];
        if (_random.Next(3) > 0)
        {
            await ServingAsync(one);
        }

        await Task.Delay(moment, TimeProvider.System);
        if (one.HasEnded)
        {
            one.Start();
        }

        StartKills += await one.ListensAsync() ? 0 : 1;
        await one.KillAsync();
        ReplicaKills++;
        one.Start();
    }

    // However slow the machine, most kills are to meet a replica at work. Those that ended because the server was away are started again, as whoever runs
    // them does.
    private async Task ServingAsync(Replica one)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < _patience && !await one.ListensAsync())
        {
            foreach (var ended in replicas.Where(r => r.HasEnded))
            {
                ended.Start();
            }

            await Task.Delay(_look, TimeProvider.System);
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
