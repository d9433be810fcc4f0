using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace OverdoseBot.Journal.Tests;

/// <summary>An alarm clock over a real journal with a time that the test owns.</summary>
internal sealed class ClockBench : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(180);
    private readonly TempFolder _folder = new();
    private CancellationTokenSource _stop = new();
    private AlarmClock? _clock;
    private Task _running = Task.CompletedTask;

    public FakeTimeProvider Time { get; } = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public DateTimeOffset Now => Time.GetUtcNow();

    public CollectedLog Log { get; } = new();

    public SqliteJournal Journal { get; private set; } = null!;

    /// <summary>What rang and when, in order.</summary>
    public ConcurrentQueue<(string Conversation, DateTimeOffset Due, DateTimeOffset At)> Rung { get; } = new();

    /// <summary>What a ring does after it was noted; clears the alarm unless a test says otherwise.</summary>
    public Func<DueAlarm, CancellationToken, Task> OnRing { get; set; }

    private ClockBench() => OnRing = (alarm, _) => SetAsync(alarm.Conversation, null);

    public static async Task<ClockBench> OpenAsync()
    {
        var bench = new ClockBench();
        await bench.OpenJournalAsync();
        return bench;
    }

    /// <summary>Stops everything, lets time pass without it, and opens the file again. The test starts the clock.</summary>
    public async Task RestartAsync(TimeSpan down)
    {
        await StopAsync();
        await Journal.DisposeAsync();
        _stop.Dispose();
        _stop = new();
        Time.Advance(down);
        await OpenJournalAsync();
    }

    /// <summary>Commits a turn that sets, moves or clears the alarm.</summary>
    public async Task SetAsync(string conversation, DateTimeOffset? due)
    {
        var version = (await Journal.BeginAsync(conversation, "none", CancellationToken.None)).Version;
        var outcome = await Journal.CommitAsync(SqliteTurns.Turn(conversation, $"in-{version}", version) with { NextDue = due }, CancellationToken.None);
        outcome.ShouldBeOfType<CommitOutcome.Done>();
    }

    public void Start(IJournal? journal = null)
    {
        _clock = new(journal ?? Journal, Time, RingAsync, Log);
        _running = Task.Run(() => _clock.RunAsync(_stop.Token));
    }

    /// <summary>Lets time pass in small steps, each after the clock has done what it wanted and sleeps.</summary>
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

    /// <summary>Whether rings must have ended before time goes on; a test with a ring that hangs says no.</summary>
    public bool AwaitRings { get; set; } = true;

    public async Task SettleAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!(AwaitRings ? _clock!.Idle : _clock!.Asleep))
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(_patience, "the clock never sleeps");
            _running.IsCompleted.ShouldBeFalse("the clock stopped");
            await Task.Yield();
        }
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

    public static void ShouldBeOnTime((string Conversation, DateTimeOffset Due, DateTimeOffset At) ring) =>
        ring.At.ShouldBeInRange(ring.Due, ring.Due.AddSeconds(1));

    private async Task OpenJournalAsync() =>
        Journal = await SqliteJournal.OpenAsync(_folder.ConnectionString, TimeProvider.System, NullLogger.Instance);

    private Task RingAsync(DueAlarm alarm, CancellationToken cancel)
    {
        Rung.Enqueue((alarm.Conversation, alarm.Due, Now));
        return OnRing(alarm, cancel);
    }
}
