using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Journal;
using Activity = Microsoft.Bot.Schema.Activity;

namespace OverdoseBot.Benchmarks.Http;

/// <summary>
/// The whole path: HTTP in, SQLite committed, replies out over a WebSocket, each server in a process of its own. Afterwards the server is
/// killed and every answered turn must be in its journal.
/// </summary>
internal static class WholePath
{
    private const int WarmUp = 16;
    private static readonly IReadOnlyList<Activity> _said = Emergency.Said;

    public static async Task RunAsync(string program, TimeSpan time)
    {
        Console.WriteLine();
        Console.WriteLine(
            $"Whole path: {_said.Count} posts an emergency, whole emergencies again and again, the next post as soon as the reply is there (closed loop).");
        Console.WriteLine(
            "A turn: POST over a kept-alive connection until it is answered and the bot's message came over the conversation's WebSocket, as the page and DirectLineJS do.");
        Console.WriteLine(
            $"synchronous=FULL; loopback, no TLS. The load generator shares these {Environment.ProcessorCount} cores: its part is printed as \"visitors\". Load before: {Machine.Load()}");
        foreach (var contestant in Contestant.All(program))
        {
            Console.WriteLine(contestant.Name);
            foreach (var callers in (int[])[1, 16, 256])
            {
                await RowAsync(contestant, callers, time);
            }
        }
    }

    private static async Task RowAsync(Contestant contestant, int callers, TimeSpan time)
    {
        await using var server = new ServerProcess(contestant);
        await server.ListenAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        // Many at once, so that even the row of one conversation is measured after the compiler has seen thousands of turns.
        await LoadAsync(http, WarmUp, time, new Tally());

        var (ours, theirs, watch, tally) = (Environment.CpuUsage.TotalTime, server.Cpu, Stopwatch.StartNew(), new Tally());
        await LoadAsync(http, callers, time, tally);
        watch.Stop();
        (ours, theirs) = (Environment.CpuUsage.TotalTime - ours, server.Cpu - theirs);
        var (turns, openings, most) = (tally.Turns(), tally.Openings(), server.MostResident);
        Console.WriteLine(
            $"  {callers,3} at once {turns.Length / watch.Elapsed.TotalSeconds,8:N0} turns/s  p50 {Tally.Within(turns, 500),7:N2}  p99 {Tally.Within(turns, 990),7:N2}  p99.9 {Tally.Within(turns, 999),7:N2} ms"
            + $"  opening p50 {Tally.Within(openings, 500),7:N2}  p99 {Tally.Within(openings, 990),7:N2} ms");
        Console.WriteLine(
            $"              {turns.Length} turns, {tally.Messages} bot messages, {tally.Bytes / Math.Max(turns.Length, 1)} B of frames a turn; CPU server {theirs.TotalSeconds:N1} s ({theirs.TotalMilliseconds * 1_000 / turns.Length:N0} µs a turn),"
            + $" visitors {ours.TotalSeconds:N1} s, of {watch.Elapsed.TotalSeconds * Environment.ProcessorCount:N1} s; server at most {most >> 20} MiB resident");
        if (contestant.IsJournalled)
        {
            await server.KillAsync();
            await CheckAsync(server.Journal, tally);
        }
    }

    private static Task LoadAsync(HttpClient http, int callers, TimeSpan time, Tally tally)
    {
        var watch = Stopwatch.StartNew();
        return Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < time)
            {
                await EmergencyAsync(http, watch, time, tally);
            }
        })));
    }

    private static async Task EmergencyAsync(HttpClient http, Stopwatch watch, TimeSpan time, Tally tally)
    {
        using var visitor = new Visitor(http);
        var begun = watch.Elapsed;
        await visitor.OpenAsync(CancellationToken.None);
        tally.Opened(watch.Elapsed - begun);
        var answered = 0;
        while (answered < _said.Count && watch.Elapsed < time)
        {
            begun = watch.Elapsed;
            await visitor.SayAsync(_said[answered], CancellationToken.None);
            tally.Turn(watch.Elapsed - begun);
            answered++;
        }

        tally.Left(visitor, answered);
        await visitor.LeaveAsync();
    }

    // The emergency card, given when the store is away, is in no journal: it cannot pass for an answer here.
    private static async Task CheckAsync(string connection, Tally tally)
    {
        await using var journal = await SqliteJournal.OpenAsync(connection, TimeProvider.System, NullLogger<SqliteJournal>.Instance);
        foreach (var (conversation, answered) in tally.Answered)
        {
            var turns = await journal.HistoryAsync(conversation, 0, 100, CancellationToken.None);
            var kept = turns.Count(t => t.InboundKey.StartsWith("dl/", StringComparison.Ordinal) && t.Outgoing.Count > 0);
            if (kept != answered)
            {
                throw new InvalidOperationException($"{answered} turns were answered and {kept} are in the journal: the figures are worthless.");
            }
        }
    }
}
