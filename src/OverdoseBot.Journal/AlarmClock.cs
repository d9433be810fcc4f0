using Microsoft.Extensions.Logging;
using OverdoseBot.Journal.Alarms;

namespace OverdoseBot.Journal;

/// <summary>
/// Rings conversations whose alarm is due, within one second of the time and never before it. What is due lives in the journal, so that
/// alarms survive a restart: overdue ones ring once the clock runs again. A ring that fails, or succeeds without moving the due time,
/// comes again after a pause that grows from a quarter of a second to one second; other alarms do not wait for it. Where many ring in one
/// second, each may be 50 ms later.
/// </summary>
/// <param name="journal">Where alarms are kept.</param>
/// <param name="time">The only source of time.</param>
/// <param name="ring">
/// Runs the alarm's turn. It must load the record and check there that the alarm still stands (a message may have come first), and
/// its commit must move the conversation's due time. It runs for many conversations at once, but never twice at once for one.
/// </param>
/// <param name="log">Receives failures, never content or conversation ids.</param>
public sealed partial class AlarmClock(IJournal journal, TimeProvider time, Func<DueAlarm, CancellationToken, Task> ring, ILogger log)
{
    private const int PageSize = 256;

    // So many within a second are a crowd. Every ring that ends and every next alarm asks for a look, and each look reads them all: in a crowd
    // one look serves all of this time.
    private const int Crowd = 64;
    private static readonly TimeSpan _restInCrowd = TimeSpan.FromMilliseconds(50);
    private readonly ILogger _log = log;
    private readonly Rings _rings = new();
    private readonly Rounds _rounds = new(journal, time, news => news.NextDue);
    private readonly InHand _inHand = new();

    /// <summary>For tests that own the time: the clock sleeps and nothing rings. A ring has ended after it woke the clock.</summary>
    internal bool Idle => _inHand.NoneWhile(() => Asleep);

    /// <summary>For tests that own the time: the clock has seen every wake and sleeps.</summary>
    internal bool Asleep => _rounds.Asleep;

    /// <summary>How long ago it last looked what is due.</summary>
    public TimeSpan SinceLook => _rounds.SinceLook;

    /// <summary>Runs until cancelled, then awaits the rings under way (their token is cancelled too) and returns. Once for each clock.</summary>
    public Task RunAsync(CancellationToken cancel) => _rounds.RunAsync(LookAsync, e => LookFailed(e.GetType().Name), _rings.AllAsync, cancel);

    // It looks up to the horizon, so that one query finds what rings now and what does next.
    private async Task<DateTimeOffset> LookAsync(DateTimeOffset now, DateTimeOffset horizon, CancellationToken cancel)
    {
        // Alarms that ring or pause are still due in the journal: they must not crowd out fresh ones.
        var most = PageSize + _rings.Count;
        var due = await journal.DueAsync(horizon, most, cancel);
        if (due.Count < most)
        {
            _rings.ForgetAllBut(due);
        }

        // More may be due than one page shows: look again at once.
        var until = due.Count == most && due[^1].Due <= now ? now : horizon;
        foreach (var alarm in due)
        {
            var at = _rings.NextRing(alarm, now);
            if (at <= now)
            {
                _inHand.Begin();
                _rings.Start(alarm, () => RingAsync(alarm, cancel));
            }
            else if (at < until)
            {
                until = at;
            }
        }

        if (due.Count >= Crowd)
        {
            // The machine rests, whatever the time of a test is.
            await Task.Delay(_restInCrowd, TimeProvider.System, cancel);
        }

        return until;
    }

    private async Task RingAsync(DueAlarm alarm, CancellationToken cancel)
    {
        try
        {
            await ring(alarm, cancel);
        }
        catch (Exception e)
        {
            if (!cancel.IsCancellationRequested)
            {
                // The message of an exception may quote what a person wrote; its type cannot.
                RingFailed(e.GetType().Name);
            }
        }

        _rings.Ended(alarm, time.GetUtcNow());
        _rounds.Wake();
        _inHand.End();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An alarm failed to ring: {Failure}. It will ring again shortly.")]
    private partial void RingFailed(string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The alarm clock could not read what is due: {Failure}. It looks again in a second.")]
    private partial void LookFailed(string failure);
}
