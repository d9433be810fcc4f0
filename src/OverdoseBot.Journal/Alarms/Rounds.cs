namespace OverdoseBot.Journal.Alarms;

/// <summary>Starts what is due now.</summary>
/// <param name="now">The time.</param>
/// <param name="horizon">The latest time to look again.</param>
/// <param name="cancel">The program stops.</param>
/// <returns>When to look again.</returns>
internal delegate Task<DateTimeOffset> Look(DateTimeOffset now, DateTimeOffset horizon, CancellationToken cancel);

/// <summary>
/// Looks what is due in the journal, naps till the next is, and looks again: the round of the alarm clock and of each outbox. A commit with something
/// earlier wakes it; a look each second finds what no news was heard of.
/// </summary>
/// <param name="journal">Whose commits wake it.</param>
/// <param name="time">The only source of time.</param>
/// <param name="due">When what a commit brought is due; null: it brought nothing.</param>
internal sealed class Rounds(IJournal journal, TimeProvider time, Func<Committed, DateTimeOffset?> due)
{
    private static readonly TimeSpan _longestSleep = TimeSpan.FromSeconds(1);
    private readonly Nap _nap = new(time);
    private int _started;
    private long _looked = time.GetTimestamp();

    /// <summary>It has seen every wake and sleeps.</summary>
    public bool Asleep => _nap.Asleep;

    /// <summary>How long ago it last began to look; a look that hangs makes it grow.</summary>
    public TimeSpan SinceLook => time.GetElapsedTime(Volatile.Read(ref _looked));

    /// <summary>Look again: something may be due now that was not, or there is room for more.</summary>
    public void Wake() => _nap.Wake();

    /// <summary>Goes round until cancelled, then awaits what is under way and returns. Once only.</summary>
    /// <param name="look">Starts what is due.</param>
    /// <param name="failed">Hears of a look that failed; the next comes in a second.</param>
    /// <param name="underWay">All that was started and has not ended; it does not throw.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task RunAsync(Look look, Action<Exception> failed, Func<Task> underWay, CancellationToken cancel)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            throw new InvalidOperationException("It runs once: make a new one.");
        }

        void Woken(Committed news) => _nap.WakeBefore(due(news));
        journal.Committed += Woken;
        try
        {
            while (true)
            {
                _nap.LookingNow();
                await _nap.SleepAsync(await LookAsync(look, failed, cancel), cancel);
            }
        }
        // A look may fail of something else at the very moment of stopping.
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            await underWay();
        }
        finally
        {
            journal.Committed -= Woken;
        }
    }

    private async Task<DateTimeOffset> LookAsync(Look look, Action<Exception> failed, CancellationToken cancel)
    {
        Volatile.Write(ref _looked, time.GetTimestamp());
        var now = time.GetUtcNow();
        try
        {
            return await look(now, now + _longestSleep, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            failed(e);
            return now + _longestSleep;
        }
    }
}
