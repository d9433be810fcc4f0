using System.Diagnostics;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>
/// Durable turns a second through HTTP, beside the Bot Framework's own JavaScript on the same core in the same run. Afterwards each of ours is killed, and
/// every answered turn must be in its store.
/// </summary>
internal static class Throughput
{
    private const int People = 32;
    // On one core the compiler needs this long before it has done its work.
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(string program, TimeSpan time)
    {
        Console.WriteLine();
        Console.WriteLine($"Throughput: POST /api/messages, expectReplies, where no other protocol is named; {People} kept-alive connections, no TLS, after {_warmUp.TotalSeconds:N0} s of warm-up. {Cores.Describe()} Load before: {Machine.Load()}");
        Console.WriteLine("All: each says the next thing as soon as the last is answered. Half: half as many a second, on time, whatever comes back.");
        await Cores.LeaveFirstAsync();
        var ours = await RowAsync("OverdoseBot, SQLite (synchronous=FULL)", Talk.Emergency, () => Service.OverFileAsync(program), time, kept: true);
        await RowAsync("OverdoseBot, SQLite, Direct Line: a token, a start and posts", Talk.Web, () => Service.OverFileAsync(program), time, kept: true);
        await RowAsync("OverdoseBot, SQLite, Direct Line with a stream, as the page: answered when the message came over it", Talk.Page, () => Service.OverFileAsync(program), time, kept: true);
        await RowAsync("the web server alone (an endpoint that reads what is asked and answers a fixed text): the ceiling", Talk.Emergency, Service.EchoAsync, time, kept: false);
        await RowAsync("OverdoseBot, PostgreSQL on the same core, 1 replica", Talk.Emergency, () => Service.OverServerAsync(program, 1), time, kept: true);
        await RowAsync("OverdoseBot, PostgreSQL on the same core, 2 replicas", Talk.Emergency, () => Service.OverServerAsync(program, 2), time, kept: true);
        if (await Rival.MissingAsync() is { } missing)
        {
            Console.WriteLine($"botbuilder 4.23.3 was not run: {missing}.");
            return;
        }

        var theirs = await RowAsync("botbuilder 4.23.3, waterfall, memory storage (nothing is kept)", Talk.Form, Service.RivalAsync, time, kept: false);
        Console.WriteLine($"SQLite, durable, to botbuilder in memory: {ours / theirs:N1} times the turns a second.");
    }

    private static async Task<double> RowAsync(string name, Talk talk, Func<Task<Service>> start, TimeSpan time, bool kept)
    {
        await using var service = await start();
        var warm = await Loops.ClosedAsync(service.Addresses, talk, People, _warmUp);
        var (watch, cpu) = (Stopwatch.StartNew(), service.Cpu);
        var all = await Loops.ClosedAsync(service.Addresses, talk, People, time);
        var rate = all.Turns / watch.Elapsed.TotalSeconds;
        Console.WriteLine(name);
        Console.WriteLine($"  all   {rate,8:N0} turns/s  {all.Times()}  errors {all.Errors}, cards {all.Cards}; {(service.Cpu - cpu).TotalMicroseconds / all.Turns:N0} µs of processor time a turn, {service.Resident >> 20} MiB resident; {warm.Turns / _warmUp.TotalSeconds:N0} turns/s while it warmed up");
        var half = await Loops.OpenAsync(service.Addresses, talk, rate / 2, 4 * People, time);
        Console.WriteLine($"  half  {half.Turns / time.TotalSeconds,8:N0} turns/s  {half.Times()}  errors {half.Errors}, cards {half.Cards}");
        if (kept)
        {
            var (answered, found) = (warm.Turns + all.Turns + half.Turns, await service.KillAndCountAsync());
            Console.WriteLine($"  after kill -9: {answered} turns were answered, {found} are in the store");
            if (found < answered)
            {
                throw new InvalidOperationException("A turn that was answered is not in the store: the figures are worthless.");
            }
        }

        return rate;
    }
}
