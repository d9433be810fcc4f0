using System.Collections.Concurrent;
using System.Diagnostics;
using OverdoseBot.Benchmarks.Load;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Benchmarks;

/// <summary>The whole durable turn: SQLite, write-ahead log, synchronous=FULL, each caller released after its commit.</summary>
internal static class JournalledTurns
{
    /// <summary>Many conversations at once share commits; beside it the same turns one after the other, a commit each.</summary>
    public static async Task RunAsync(Library library, TurnAdapter adapter, TimeSpan time)
    {
        await OneAsync("warm-up", library, adapter, 64, time / 2, print: false);
        await OneAsync("journalled turn, 256 conversations at once (grouped commits)", library, adapter, 256, time, print: true);
        await OneAsync("journalled turn, 16 conversations at once", library, adapter, 16, time, print: true);
        await OneAsync("journalled turn, one conversation (a commit each)", library, adapter, 1, time, print: true);
    }

    private static async Task OneAsync(string name, Library library, TurnAdapter adapter, int callers, TimeSpan time, bool print)
    {
        await using var store = await Store.OpenAsync(library, adapter);
        var taken = new ConcurrentBag<double>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(c => Task.Run(() => CallAsync(store, c, watch, time, taken))));
        if (print)
        {
            var sorted = taken.Order().ToArray();
            Console.WriteLine(
                $"{name,-62} {sorted.Length / watch.Elapsed.TotalSeconds,10:N0} turns/s  p50 {sorted[sorted.Length / 2],6:N2} ms  p99 {sorted[sorted.Length * 99 / 100],6:N2} ms");
        }
    }

    private static async Task CallAsync(Store store, int caller, Stopwatch watch, TimeSpan time, ConcurrentBag<double> taken)
    {
        for (var round = 0; watch.Elapsed < time; round++)
        {
            var conversation = $"bench-{caller}-{round}";
            for (var i = 0; i < Emergency.Turns && watch.Elapsed < time; i++)
            {
                taken.Add(await store.TurnAsync(conversation, $"in-{i}", Emergency.Turn(conversation, i).Inbound));
            }
        }
    }
}
