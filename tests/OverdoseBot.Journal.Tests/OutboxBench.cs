using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace OverdoseBot.Journal.Tests;

/// <summary>An outbox over a real journal with a time that the test owns.</summary>
internal sealed class OutboxBench : IAsyncDisposable
{
    public const string Target = "sms";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(180);
    private readonly TempFolder _folder = new();
    private CancellationTokenSource _stop = new();
    private Outbox? _outbox;
    private Task _running = Task.CompletedTask;

    public FakeTimeProvider Time { get; } = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public DateTimeOffset Now => Time.GetUtcNow();

    public CollectedLog Log { get; } = new();

    public SqliteJournal Journal { get; private set; } = null!;

    /// <summary>What the deliverer was given and when, in order.</summary>
    public ConcurrentQueue<(OutboxRow Row, DateTimeOffset At)> Sent { get; } = new();

    public IEnumerable<string> Bodies => Sent.Select(s => s.Row.Body);

    /// <summary>What the deliverer does.</summary>
    public Deliver OnDeliver { get; set; } = (_, _) => Task.FromResult<Delivery>(new Delivery.Delivered());

    /// <summary>Whether deliveries must have ended before time goes on; a test with one that hangs says no.</summary>
    public bool AwaitDeliveries { get; set; } = true;

    /// <summary>How long a delivery may still take after a stop; a test whose delivery hangs waits for nothing.</summary>
    public TimeSpan? Grace { get; set; } = TimeSpan.Zero;

    public static async Task<OutboxBench> OpenAsync()
    {
        var bench = new OutboxBench();
        await bench.OpenJournalAsync();
        return bench;
    }

    /// <summary>Commits a turn that leaves these messages.</summary>
    public async Task LeaveAsync(string conversation, bool drops, params OutboxEntry[] messages)
    {
        var version = (await Journal.BeginAsync(conversation, "none", CancellationToken.None)).Version;
        var turn = SqliteTurns.Turn(conversation, $"in-{version}", version) with { At = Now, Outbox = messages, DropsPerishable = drops };
        (await Journal.CommitAsync(turn, CancellationToken.None)).ShouldBeOfType<CommitOutcome.Done>();
    }

    public Task LeaveAsync(string conversation, params string[] texts) =>
        LeaveAsync(conversation, drops: false, [.. texts.Select(t => new OutboxEntry(Target, t))]);

    public void Start(IJournal? journal = null, int atOnce = Outbox.UsuallyAtOnce)
    {
        _outbox = new(journal ?? Journal, Time, Target, DeliverAsync, Log, atOnce, Grace);
        _running = Task.Run(() => _outbox.RunAsync(_stop.Token));
    }

    /// <summary>Lets time pass in small steps, each after the outbox has done what it wanted and sleeps.</summary>
    public async Task PassAsync(TimeSpan span, int stepMilliseconds = 50)
    {
        var end = Now + span;
        await SettleAsync();
        while (Now < end)
        {
            var step = TimeSpan.FromMilliseconds(stepMilliseconds);
            Time.Advance(end - Now < step ? end - Now : step);
            await SettleAsync();
        }
    }

    public async Task SettleAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!(AwaitDeliveries ? _outbox!.Idle : _outbox!.Asleep))
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(_patience, "the outbox never sleeps");
            _running.IsCompleted.ShouldBeFalse("the outbox stopped");
            await Task.Yield();
        }
    }

    /// <summary>Lets time pass until something has happened, where deliveries are not awaited.</summary>
    public async Task UntilAsync(Func<bool> happened)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!happened())
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(_patience, "it never happens");
            await PassAsync(TimeSpan.FromMilliseconds(10), stepMilliseconds: 10);
        }
    }

    /// <summary>Stops everything, lets time pass without it, and opens the file again. The test starts the outbox.</summary>
    public async Task RestartAsync(TimeSpan down, JournalKeys? keys = null)
    {
        await StopAsync();
        await Journal.DisposeAsync();
        _stop.Dispose();
        _stop = new();
        Time.Advance(down);
        await OpenJournalAsync(keys);
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(_patience);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Journal.DisposeAsync();
        _stop.Dispose();
        _folder.Dispose();
    }

    private async Task OpenJournalAsync(JournalKeys? keys = null) =>
        Journal = await SqliteJournal.OpenAsync(_folder.ConnectionString, TimeProvider.System, NullLogger.Instance, keys);

    private Task<Delivery> DeliverAsync(OutboxRow row, CancellationToken cancel)
    {
        Sent.Enqueue((row, Now));
        return OnDeliver(row, cancel);
    }
}
