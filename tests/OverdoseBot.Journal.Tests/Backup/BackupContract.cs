using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace OverdoseBot.Journal.Tests.Backup;

/// <summary>A backup that is taken the way the runbook says while people write, and put back elsewhere.</summary>
public abstract class BackupContract
{
    private const int Conversations = 40;
    private static readonly DateTimeOffset _noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken _never = CancellationToken.None;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(180);

    /// <summary>A key of this run.</summary>
    protected JournalKeys Keys { get; } = new(System.Security.Cryptography.RandomNumberGenerator.GetBytes(JournalKeys.Size), []);

    protected abstract ValueTask<IJournal> OpenAsync();

    /// <summary>Takes the backup while the journal is open.</summary>
    protected abstract Task BackUpAsync();

    /// <summary>Puts it back elsewhere and opens what is there.</summary>
    protected abstract ValueTask<IJournal> RestoreAsync();

    [Fact]
    public async Task Taken_under_load_and_restored_elsewhere_nothing_is_lost_and_overdue_alarms_ring_once()
    {
        var acknowledged = new ConcurrentDictionary<string, long>();
        Dictionary<string, long> before;
        await using (var journal = await OpenAsync())
        {
            using var stop = new CancellationTokenSource();
            var load = Task.WhenAll(Enumerable.Range(0, Conversations).Select(i => Task.Run(() => WriteAsync(journal, $"c{i}", acknowledged, stop.Token))));
            await UntilAsync(() => acknowledged.Count == Conversations && acknowledged.Values.All(turn => turn > 3), load);
            before = new(acknowledged);
            await BackUpAsync();
            // Only what came after the backup may be missing.
            await UntilAsync(() => acknowledged.All(entry => entry.Value > before[entry.Key]), load);
            await stop.CancelAsync();
            await load;
        }

        await using var restored = await RestoreAsync();
        foreach (var (conversation, turn) in before)
        {
            var history = await restored.HistoryAsync(conversation, 0, int.MaxValue, _never);
            ((long)history.Count).ShouldBeInRange(turn, acknowledged[conversation], conversation);
            history.Select(t => (t.Turn, t.Inbound)).ShouldBe(Enumerable.Range(1, history.Count).Select(n => ((long)n, (string?)$"{conversation} says {n}")));
            var opened = await restored.BeginAsync(conversation, $"in-{history.Count}", _never);
            Encoding.UTF8.GetString(opened.Record!.Value.Span).ShouldBe($"{conversation} {history.Count}", "record and log are of the same turn");
            opened.Earlier.ShouldNotBeNull().Turn.ShouldBe(history.Count);
        }

        await ShouldRingOnceAsync(restored);
        await ShouldDeliverInOrderAsync(restored);
        var next = await restored.BeginAsync("c0", "after", _never);
        (await restored.CommitAsync(Turn("c0", "after", next.Version, 0), _never)).ShouldBeOfType<CommitOutcome.Done>();
    }

    private static async Task WriteAsync(IJournal journal, string conversation, ConcurrentDictionary<string, long> acknowledged, CancellationToken stop)
    {
        var version = 0L;
        for (var turn = 1; !stop.IsCancellationRequested; turn++)
        {
            var outbox = turn == 2 ? new OutboxEntry[] { new("sms", $"{conversation} first"), new("sms", $"{conversation} second") } : [];
            (await journal.CommitAsync(Turn(conversation, $"in-{turn}", version, turn) with { Outbox = outbox }, _never)).ShouldBeOfType<CommitOutcome.Done>();
            acknowledged[conversation] = turn;
            version = (await journal.BeginAsync(conversation, "none", _never)).Version;
        }
    }

    private static TurnEntry Turn(string conversation, string key, long version, int turn) => new(
        conversation, version, key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{conversation} {turn}")), $"{conversation} says {turn}", [new string('x', 900)],
        _noon, _noon, FromPerson: true);

    // An hour later: every alarm of the backup is overdue.
    private static async Task ShouldRingOnceAsync(IJournal journal)
    {
        var rung = new ConcurrentQueue<string>();
        using var stop = new CancellationTokenSource();
        var clock = new AlarmClock(journal, new FakeTimeProvider(_noon.AddHours(1)), RingAsync, NullLogger.Instance);
        var running = Task.Run(() => clock.RunAsync(stop.Token));
        await UntilAsync(() => rung.Count >= Conversations && clock.Idle, running);
        await stop.CancelAsync();
        await running;
        rung.ShouldBe(Enumerable.Range(0, Conversations).Select(i => $"c{i}"), ignoreOrder: true);

        async Task RingAsync(DueAlarm alarm, CancellationToken cancel)
        {
            var opened = await journal.BeginAsync(alarm.Conversation, "clock", cancel);
            rung.Enqueue(alarm.Conversation);
            (await journal.CommitAsync(Turn(alarm.Conversation, "clock", opened.Version, 0) with { NextDue = null }, cancel)).ShouldBeOfType<CommitOutcome.Done>();
        }
    }

    private static async Task ShouldDeliverInOrderAsync(IJournal journal)
    {
        foreach (var word in (string[])["first", "second"])
        {
            var heads = await journal.OutboxRows.ClaimAsync("sms", _noon, 2 * Conversations, _never);
            heads.Select(row => row.Body).ShouldBe(Enumerable.Range(0, Conversations).Select(i => $"c{i} {word}"), ignoreOrder: true);
            foreach (var row in heads)
            {
                await journal.OutboxRows.SettleAsync(row, new Delivery.Delivered(), _never);
            }
        }
    }

    private static async Task UntilAsync(Func<bool> there, Task running)
    {
        for (var since = TimeProvider.System.GetTimestamp(); !there();)
        {
            running.IsCompleted.ShouldBeFalse("it stopped by itself");
            TimeProvider.System.GetElapsedTime(since).ShouldBeLessThan(_patience, "it never comes");
            await Task.Yield();
        }
    }
}
