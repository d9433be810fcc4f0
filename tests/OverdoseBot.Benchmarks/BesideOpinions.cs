using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Bot;
using OverdoseBot.Channels;
using OverdoseBot.Channels.Opinions;
using OverdoseBot.Journal;
using OverdoseBot.Loopback;
using OverdoseBot.Scripts;

namespace OverdoseBot.Benchmarks;

/// <summary>
/// The whole durable turn with no sentiment service, with one that hangs and with a dead one. They take turns of a quarter of a second in one run, over
/// one journal, so that whatever else the machine does falls on all alike. "No service" stands there twice: what differs between those two is noise.
/// </summary>
internal static class BesideOpinions
{
    private const int Callers = 16;
    private static readonly TimeSpan _slice = TimeSpan.FromMilliseconds(250);

    public static async Task RunAsync(Library library, TurnAdapter adapter, TimeSpan time)
    {
        var folder = Directory.CreateTempSubdirectory("overdosebot-bench");
        await using var hanging = LoopbackService.Hanging();
        try
        {
            await using var journal = await SqliteJournal.OpenAsync(
                $"Data Source={Path.Combine(folder.FullName, "journal.db")}", TimeProvider.System, NullLogger<SqliteJournal>.Instance);
            Contender[] contenders =
            [
                new("no service", null), new("no service, once more", null), new("service hangs", Options(hanging.Address)),
                new("service hangs, and no breaker opens", Options(hanging.Address) with { Failures = int.MaxValue }), new("service is dead", Options(LoopbackService.Dead())),
            ];
            Array.ForEach(contenders, c => c.Begin(journal, adapter, library));
            var watch = Stopwatch.StartNew();
            for (var round = 0; watch.Elapsed < time * contenders.Length; round++)
            {
                foreach (var contender in contenders)
                {
                    var end = watch.Elapsed + _slice;
                    await Task.WhenAll(Enumerable.Range(0, Callers).Select(c => Task.Run(() => contender.CallAsync(round, c, watch, end))));
                }
            }

            foreach (var contender in contenders)
            {
                Console.WriteLine(contender.Describe());
                await contender.DisposeAsync();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static OpinionOptions Options(Uri address) => new(address, "a-key-of-a-benchmark");

    private sealed class Contender(string name, OpinionOptions? options) : IAsyncDisposable
    {
        private readonly ConcurrentBag<double> _taken = [];
        private readonly CancellationTokenSource _over = new();
        private readonly OpinionTally _tally = new();
        private TurnRunner _runner = null!;
        private Task _working = Task.CompletedTask;

        public void Begin(IJournal journal, TurnAdapter adapter, Library library)
        {
            var questions = options is null ? null : new OpenQuestions(options, _tally);
            _runner = new TurnRunner(journal, adapter, library, TimeProvider.System, new CaseDefaults("us", "en"), NullLogger<TurnRunner>.Instance, questions);
            if (options is not null)
            {
                var service = new SentimentService(options, TimeProvider.System, NullLogger<SentimentService>.Instance);
                _working = new OpinionDesk(questions!, service, _runner.OpineAsync, _tally, options, TimeProvider.System, NullLogger.Instance).RunAsync(_over.Token);
            }
        }

        public async Task CallAsync(int round, int caller, Stopwatch watch, TimeSpan end)
        {
            for (var chat = 0; watch.Elapsed < end; chat++)
            {
                var conversation = $"{name}-{round}-{caller}-{chat}";
                for (var i = 0; i < Emergency.Turns && watch.Elapsed < end; i++)
                {
                    var begun = watch.Elapsed;
                    var replies = await _runner.RunAsync(conversation, $"in-{i}", Emergency.Turn(conversation, i).Inbound, sms: false, CancellationToken.None);
                    if (replies.Turn == 0)
                    {
                        throw new InvalidOperationException("The emergency card was given: the figures would be worthless.");
                    }

                    // The first second warms everything up.
                    if (round >= 4)
                    {
                        _taken.Add((watch.Elapsed - begun).TotalMilliseconds);
                    }
                }
            }
        }

        public string Describe()
        {
            var sorted = _taken.Order().ToArray();
            var counts = string.Join(", ", Enum.GetValues<OpinionOutcome>().Where(o => _tally[o] > 0).Select(o => $"{_tally[o]:N0} {o}"));
            return $"{"journalled turn beside opinions: " + name,-72} {sorted.Length,8:N0} turns  p50 {sorted[sorted.Length / 2],6:N2} ms  p99 {sorted[sorted.Length * 99 / 100],6:N2} ms  {counts}";
        }

        public async ValueTask DisposeAsync()
        {
            await _over.CancelAsync();
            await _working;
            _over.Dispose();
        }
    }
}
