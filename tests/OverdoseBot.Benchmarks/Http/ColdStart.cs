using Microsoft.Bot.Schema;

namespace OverdoseBot.Benchmarks.Http;

/// <summary>From the start of the process to the first reply of the bot. The files are in the system's cache, as after a crash or a deployment.</summary>
internal static class ColdStart
{
    private const int Runs = 10;
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(string program)
    {
        Console.WriteLine();
        Console.WriteLine(
            $"Cold start: {Runs} runs each of a new process with a new journal, files in the system's cache; Release output run by the dotnet command. Load before: {Machine.Load()}");
        foreach (var contestant in Contestant.All(program))
        {
            // The visitor's own code must be warm.
            await ReplyAsync(contestant);
            List<Run> ready = [], replied = [];
            for (var i = 0; i < Runs; i++)
            {
                ready.Add(await ReadyAsync(contestant));
                replied.Add(await ReplyAsync(contestant));
            }

            Console.WriteLine(contestant.Name);
            Print("start to /health/ready", "ms", ready.Select(r => r.Milliseconds));
            Print("start to the bot's first reply (token, start, socket, post)", "ms", replied.Select(r => r.Milliseconds));
            Print("  CPU until then", "ms", replied.Select(r => r.Cpu));
            Print("resident at rest, nobody came yet", "MiB", ready.Select(r => r.MiB));
            Print("resident at rest after one message", "MiB", replied.Select(r => r.MiB));
        }
    }

    private static async Task<Run> ReadyAsync(Contestant contestant)
    {
        await using var server = new ServerProcess(contestant);
        await server.ListenAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        (await http.GetAsync(new Uri("health/ready", UriKind.Relative))).EnsureSuccessStatusCode();
        return await EndAsync(server);
    }

    private static async Task<Run> ReplyAsync(Contestant contestant)
    {
        await using var server = new ServerProcess(contestant);
        await server.ListenAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        using var visitor = new Visitor(http);
        await visitor.OpenAsync(CancellationToken.None);
        await visitor.SayAsync(new Activity(ActivityTypes.Message) { Text = "hes blue and wont wake up" }, CancellationToken.None);
        var run = await EndAsync(server);
        await visitor.LeaveAsync();
        return run;
    }

    private static async Task<Run> EndAsync(ServerProcess server)
    {
        var (taken, cpu) = (server.Since.Elapsed, server.Cpu);
        await Task.Delay(_rest);
        return new Run(taken.TotalMilliseconds, cpu.TotalMilliseconds, server.Resident / 1_048_576.0);
    }

    private static void Print(string name, string unit, IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        Console.WriteLine($"  {name,-60} min {sorted[0],6:N0}  median {(sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2,6:N0}  max {sorted[^1],6:N0} {unit}");
    }

    private sealed record Run(double Milliseconds, double Cpu, double MiB);
}
