using System.Diagnostics;
using System.Globalization;
using OverdoseBot.Benchmarks.Http;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>People whose page is open and who say nothing: what a stream costs in memory, and what it costs those who talk.</summary>
internal static class IdleStreams
{
    private const int Wanted = 20_000;
    private const int Openers = 64;
    private const int Talkers = 32;
    // Files that the service and this program need besides streams.
    private const int Spare = 800;
    private const double PerSecond = 1_000;
    private static readonly TimeSpan _settle = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(string program, TimeSpan time)
    {
        var streams = Math.Min(Wanted, Limit() - Spare);
        Console.WriteLine();
        Console.WriteLine($"Idle streams: {streams:N0} WebSockets{(streams < Wanted ? $" (this machine lets a process have {Limit():N0} files)" : string.Empty)} on one process, and {PerSecond:N0} turns a second beside them. {Cores.Describe()} Load before: {Machine.Load()}");
        await Cores.LeaveFirstAsync();
        await using var service = await Service.OverFileAsync(program);
        using var http = new HttpClient { BaseAddress = service.Addresses[0] };
        await OpenAsync(http, 500, CancellationToken.None);
        await Loops.ClosedAsync(service.Addresses, Talk.Emergency, Talkers, _warmUp);
        await RowAsync("before", service, time);
        var (before, watch) = (service.Resident, Stopwatch.StartNew());
        using var over = new CancellationTokenSource();
        var idle = await OpenAsync(http, streams, over.Token);
        Console.WriteLine($"  {idle.Length:N0} opened in {watch.Elapsed.TotalSeconds:N0} s (token, conversation, greeting, socket)");
        await Task.Delay(_settle);
        Console.WriteLine($"  memory {before >> 20} MiB before, {service.Resident >> 20} MiB with them: {(service.Resident - before) / 1_024.0 / idle.Length:N1} KiB a stream");
        await RowAsync("beside", service, time);
        Console.WriteLine($"  {idle.Count(stream => stream.IsCompleted)} streams ended meanwhile; {service.Resident >> 20} MiB at the end");
        await over.CancelAsync();
        await Task.WhenAll(idle).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task RowAsync(string name, Service service, TimeSpan time)
    {
        var heard = await Loops.OpenAsync(service.Addresses, Talk.Emergency, PerSecond, Talkers, time);
        Console.WriteLine($"  {name}: {heard.Turns / time.TotalSeconds:N0} turns/s  {heard.Times()}  errors {heard.Errors}, cards {heard.Cards}");
    }

    private static async Task<Task[]> OpenAsync(HttpClient http, int count, CancellationToken over)
    {
        var idle = new Task[count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Openers).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                var visitor = new Visitor(http);
                await visitor.OpenAsync(CancellationToken.None);
                idle[i] = over.CanBeCanceled ? visitor.IdleAsync(over) : visitor.LeaveAsync();
            }
        })));
        return idle;
    }

    // Soft limit: .NET has raised it to the hard one.
    private static int Limit()
    {
        var line = File.Exists("/proc/self/limits") ? File.ReadLines("/proc/self/limits").FirstOrDefault(l => l.StartsWith("Max open files", StringComparison.Ordinal)) : null;
        return int.TryParse(line?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], CultureInfo.InvariantCulture, out var files) ? files : Wanted + Spare;
    }
}
