using System.Collections.Concurrent;
using System.Diagnostics;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>What a durable turn costs when many conversations are kept, and when one is long. In this process, over SQLite, without HTTP.</summary>
internal sealed class Growth(Library library, TurnAdapter adapter, TimeSpan time)
{
    private const int Callers = 64;
    private const int Long = 2_000;
    private const int Window = 50;
    private static readonly int[] _stored = [1_000, 100_000, 1_000_000];
    private static readonly int[] _lengths = [10, 100, 500, 1_000, Long - Window];
    private readonly ConcurrentBag<double> _times = [];

    public async Task RunAsync()
    {
        Console.WriteLine();
        Console.WriteLine($"Growth: {Callers} callers at once, SQLite, synchronous=FULL, no HTTP. Load before: {Machine.Load()}");
        await StoredAsync();
        await LongAsync();
    }

    private async Task StoredAsync()
    {
        await using var store = await Store.OpenAsync(library, adapter);
        await FillAsync(store, 0, _stored[0]);
        await NewAsync(store, "warm-up");
        var filled = _stored[0];
        var first = 0.0;
        foreach (var count in _stored)
        {
            await FillAsync(store, filled, count);
            filled = count;
            // Twice each, so that one bad moment of the machine shows.
            for (var run = 0; run < 2; run++)
            {
                var (fresh, known) = (await NewAsync(store, $"{count}-{run}"), await KnownAsync(store, count, run));
                first = first > 0 ? first : fresh.PerSecond;
                Console.WriteLine($"  {count,9:N0} stored, {store.Size >> 20,5} MiB: new conversations {fresh} ({first / fresh.PerSecond:0.00} of the first's time a turn); stored ones, any {known}");
            }
        }
    }

    private async Task LongAsync()
    {
        await using var store = await Store.OpenAsync(library, adapter);
        var taken = new ConcurrentDictionary<int, ConcurrentBag<double>>();
        await EachAsync(async (caller, _) =>
        {
            for (var i = 0; i < Long; i++)
            {
                var said = i == 0 ? "hes blue and wont wake up" : (i % 3) switch { 0 => "what now", 1 => "still the same", _ => "im scared" };
                var took = await store.TurnAsync($"long-{caller}", $"in-{i}", said);
                taken.GetOrAdd(i / Window, _ => []).Add(took);
            }
        });
        foreach (var length in _lengths)
        {
            Console.WriteLine($"  {length,5:N0} to {(length / Window + 1) * Window,5:N0} messages in one conversation: mean {taken[length / Window].Average():0.00} ms, p99 {Within(taken[length / Window], 990):0.00} ms a turn");
        }
    }

    // One turn each, kept as the bot made it.
    private static async Task FillAsync(Store store, int from, int to)
    {
        var template = await store.TemplateAsync();
        var next = from - 1;
        await EachAsync(async (_, _) =>
        {
            for (var i = Interlocked.Increment(ref next); i < to; i = Interlocked.Increment(ref next))
            {
                await store.Journal.CommitAsync(template with { Conversation = $"stored-{i}" }, CancellationToken.None);
            }
        });
    }

    private Task<Row> NewAsync(Store store, string name) => MeasureAsync(store, (caller, turn) => ($"new-{name}-{caller}-{turn / Emergency.Said.Count}", Emergency.Said[turn % Emergency.Said.Count].Text));

    private Task<Row> KnownAsync(Store store, int count, int run)
    {
        var seed = 12_345 + run;
        return MeasureAsync(store, (caller, turn) => ($"stored-{(uint)HashCode.Combine(seed, caller, turn) % (uint)count}", "he is not breathing"));
    }

    private async Task<Row> MeasureAsync(Store store, Func<int, int, (string Conversation, string Text)> next)
    {
        _times.Clear();
        var watch = Stopwatch.StartNew();
        await EachAsync(async (caller, run) =>
        {
            for (var i = 0; watch.Elapsed < time; i++)
            {
                var (conversation, text) = next(caller, i);
                _times.Add(await store.TurnAsync(conversation, $"{run}-{caller}-{i}", text));
            }
        });
        return new Row(_times.Count / watch.Elapsed.TotalSeconds, Within(_times, 500), Within(_times, 990));
    }

    private static Task EachAsync(Func<int, string, Task> work)
    {
        var run = Guid.NewGuid().ToString("N")[..8];
        return Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => work(caller, run))));
    }

    private static double Within(ConcurrentBag<double> times, int thousandths) => Http.Tally.Within([.. times.Order()], thousandths);

    private sealed record Row(double PerSecond, double P50, double P99)
    {
        public override string ToString() => $"{PerSecond,7:N0} turns/s p50 {P50,5:N2} p99 {P99,6:N2} ms";
    }
}
