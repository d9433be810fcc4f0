using Microsoft.Extensions.Logging;
using OverdoseBot.Journal.Alarms;
using OverdoseBot.Journal.Watching;

namespace OverdoseBot.Journal;

/// <summary>
/// Delivers what turns left for one target: at least once, strictly in order within a conversation, several conversations at once. What waits
/// lives in the journal, so that it survives a restart and a kill. What has expired is dropped, never sent late. One target's trouble holds up
/// no other's: each has an outbox of its own.
/// </summary>
/// <param name="journal">Where messages wait.</param>
/// <param name="time">The only source of time.</param>
/// <param name="target">The target (<see cref="OutboxEntry.Target"/>).</param>
/// <param name="deliver">Delivers a message. What it throws is a try that failed: it is called again after a pause from 1 s to 1 minute.</param>
/// <param name="log">Receives failures and what was given up, never content or conversation ids.</param>
/// <param name="atOnce">How many conversations are delivered to at once, 1 or more.</param>
/// <param name="grace">
/// How long a delivery under way may still take once the program stops, by the machine's own time; null: 3 seconds. One that is cut off between the
/// message and the answer is sent twice.
/// </param>
public sealed partial class Outbox(
    IJournal journal, TimeProvider time, string target, Deliver deliver, ILogger log, int atOnce = Outbox.UsuallyAtOnce, TimeSpan? grace = null)
{
    /// <summary>How many conversations are delivered to at once unless somebody says otherwise.</summary>
    public const int UsuallyAtOnce = 32;

    private static readonly TimeSpan _usualGrace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(1);
    private readonly ILogger _log = log;
    private readonly Rounds _rounds = new(journal, time, news => news.OutboxDue);
    private readonly Dictionary<long, Task> _underWay = [];
    private readonly OutboxWatch _watch = new(journal, time, target);
    private readonly InHand _inHand = new();
    private readonly Lock _gate = new();
    private CancellationToken _giveUp;

    /// <summary>For tests that own the time: the outbox sleeps and nothing is under way. A delivery has ended after it woke the outbox.</summary>
    internal bool Idle => _inHand.NoneWhile(() => Asleep);

    /// <summary>For tests that own the time: the outbox has seen every wake and sleeps.</summary>
    internal bool Asleep => _rounds.Asleep;

    /// <summary>How long ago it last looked what is due.</summary>
    public TimeSpan SinceLook => _rounds.SinceLook;

    /// <summary>Runs until cancelled, then awaits the deliveries under way (their token is cancelled after the grace) and returns. Once for each outbox.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atOnce, 1);
        using var giveUp = new CancellationTokenSource();
        _giveUp = giveUp.Token;
        await using var stopping = cancel.Register(() => giveUp.CancelAfter(grace ?? _usualGrace));
        await _rounds.RunAsync(LookAndMeasureAsync, e => LookFailed(target, e.GetType().Name), AllAsync, cancel);
    }

    private int UnderWay
    {
        get
        {
            lock (_gate)
            {
                return _underWay.Count;
            }
        }
    }

    // What is due goes out first.
    private async Task<DateTimeOffset> LookAndMeasureAsync(DateTimeOffset now, DateTimeOffset horizon, CancellationToken cancel)
    {
        var next = await LookAsync(now, horizon, cancel);
        await _watch.LookAsync(cancel);
        return next;
    }

    // A delivery that ends makes room, and wakes it.
    private async Task<DateTimeOffset> LookAsync(DateTimeOffset now, DateTimeOffset horizon, CancellationToken cancel)
    {
        var free = atOnce - UnderWay;
        if (free < 1)
        {
            return horizon;
        }

        var claimed = await journal.OutboxRows.ClaimAsync(target, now, free, cancel);
        foreach (var row in claimed)
        {
            Start(row, cancel);
        }

        return claimed.Count < free && await journal.OutboxRows.NextDueAsync(target, cancel) is { } next && next < horizon ? next : horizon;
    }

    private void Start(OutboxRow row, CancellationToken cancel)
    {
        _inHand.Begin();
        lock (_gate)
        {
            // The end waits for the gate, so the task is in place before it is taken out.
            _underWay[row.Number] = Task.Run(() => RunAsync(row, cancel), CancellationToken.None);
        }
    }

    private async Task RunAsync(OutboxRow row, CancellationToken cancel)
    {
        var outcome = await DeliverAsync(row, cancel);
        if (outcome is Delivery.Dropped dropped)
        {
            Dropped(target, dropped.Reason, row.Tries);
        }

        _watch.Count(outcome);
        await SettleAsync(row, outcome, cancel);
        lock (_gate)
        {
            _underWay.Remove(row.Number);
        }

        _rounds.Wake();
        _inHand.End();
    }

    private async Task<Delivery> DeliverAsync(OutboxRow row, CancellationToken cancel)
    {
        if (row.Expires <= time.GetUtcNow())
        {
            return new Delivery.Dropped("it expired") { Stale = true };
        }

        try
        {
            return row.Unreadable is { } unreadable ? throw unreadable : await deliver(row, _giveUp);
        }
        catch (Exception e)
        {
            if (!cancel.IsCancellationRequested)
            {
                // The journal's own messages hold a remedy and no content; other exceptions may quote what a person wrote.
                DeliveryFailed(target, e is JournalException ? e.Message : e.GetType().Name, row.Tries);
            }

            return new Delivery.Retry(time.GetUtcNow() + Backoff.After(row.Tries, _firstPause, _longestPause));
        }
    }

    // What was sent must be noted, even while the program stops, or it is sent again.
    private async Task SettleAsync(OutboxRow row, Delivery outcome, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await journal.OutboxRows.SettleAsync(row, outcome, CancellationToken.None);
                return;
            }
            catch (JournalException e) when (!cancel.IsCancellationRequested)
            {
                SettleFailed(target, e.Message);
                await Task.Delay(_firstPause, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception e) when (e is JournalException or ObjectDisposedException)
            {
                SettleFailed(target, e.GetType().Name);
                return;
            }
        }
    }

    private Task AllAsync()
    {
        lock (_gate)
        {
            return Task.WhenAll(_underWay.Values);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A message for {Target} failed ({Failure}) after {Tries} earlier tries. It is tried again shortly.")]
    private partial void DeliveryFailed(string target, string failure, int tries);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message for {Target} was given up after {Tries} earlier tries: {Reason}.")]
    private partial void Dropped(string target, string reason, int tries);

    [LoggerMessage(Level = LogLevel.Error, Message = "What became of a message for {Target} could not be noted; it may be sent twice after a restart. {Failure}")]
    private partial void SettleFailed(string target, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox for {Target} could not read what is due: {Failure}. It looks again in a second.")]
    private partial void LookFailed(string target, string failure);
}
