using System.Collections.Concurrent;

namespace OverdoseBot.Journal.Tests.Postgres;

/// <summary>The store is restarted while many write.</summary>
public sealed class RestartTests
{
    private const int Writers = 16;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(150); // a server that recovers syncs the whole disk first

    [Fact]
    public async Task What_was_acknowledged_is_kept_once_nobody_waits_for_ever_and_turns_go_on_by_themselves()
    {
        using var cluster = await Cluster.StartAsync();
        await using var journal = await Replicas.OpenAsync(await cluster.SchemaAsync());
        var (kept, steps) = (new ConcurrentQueue<string>(), new SemaphoreSlim(0));
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(i => Task.Run(() => WriteAsync(journal, i, kept, steps, stop.Token))).ToList();
        for (var times = 0; times < 3; times++)
        {
            await TurnsAsync(steps);
            await cluster.KillAsync();
            await cluster.RestartAsync();
        }

        await TurnsAsync(steps);
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        foreach (var conversation in kept)
        {
            (await journal.HistoryAsync(conversation, 0, 10, CancellationToken.None)).ShouldHaveSingleItem();
        }
    }

    private static async Task WriteAsync(PostgresJournal journal, int writer, ConcurrentQueue<string> kept, SemaphoreSlim steps, CancellationToken stop)
    {
        for (var turn = 0; !stop.IsCancellationRequested; turn++)
        {
            var conversation = $"c{writer}-{turn}";
            try
            {
                (await journal.CommitAsync(SqliteTurns.Turn(conversation), CancellationToken.None).AsTask().WaitAsync(_patience, CancellationToken.None)).ShouldBeOfType<CommitOutcome.Done>();
                kept.Enqueue(conversation);
                steps.Release();
            }
            catch (JournalException)
            {
                // Its person gets the card.
            }
        }
    }

    // So many from now on.
    private static async Task TurnsAsync(SemaphoreSlim steps)
    {
        while (await steps.WaitAsync(TimeSpan.Zero))
        {
            // Those before.
        }

        for (var turn = 0; turn < 200; turn++)
        {
            (await steps.WaitAsync(_patience)).ShouldBeTrue("turns go on");
        }
    }
}
