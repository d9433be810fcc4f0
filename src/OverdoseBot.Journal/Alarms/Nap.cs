using System.Threading.Channels;

namespace OverdoseBot.Journal.Alarms;

/// <summary>Sleep that ends at a time or when somebody wakes it; a wake while awake is kept for the next sleep.</summary>
internal sealed class Nap(TimeProvider time)
{
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private long _until = long.MaxValue;
    private long _wakesAsked;
    private long _wakesSeen;
    private volatile bool _sleeping;

    /// <summary>Sleeping, with no wake on its way.</summary>
    public bool Asleep
    {
        get
        {
            // In this order: equal counts then say that no wake came, and none was taken, while it was seen sleeping.
            var seen = Volatile.Read(ref _wakesSeen);
            return _sleeping && Volatile.Read(ref _wakesAsked) == seen;
        }
    }

    /// <summary>From here until it sleeps, any commit that sets an alarm wakes it: the look may be too old to have seen it.</summary>
    public void LookingNow()
    {
        Volatile.Write(ref _until, long.MaxValue);
        _wakes.Reader.TryRead(out _);
        Volatile.Write(ref _wakesSeen, Volatile.Read(ref _wakesAsked));
    }

    public void Wake()
    {
        Interlocked.Increment(ref _wakesAsked);
        _wakes.Writer.TryWrite(true);
    }

    public void WakeBefore(DateTimeOffset? due)
    {
        if (due is { } at && at.UtcTicks < Volatile.Read(ref _until))
        {
            Wake();
        }
    }

    public async ValueTask SleepAsync(DateTimeOffset until, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Volatile.Write(ref _until, until.UtcTicks);
        var rest = until - time.GetUtcNow();
        if (rest <= TimeSpan.Zero)
        {
            return;
        }

        // A timer may round down; a millisecond late is better than a look too early.
        await using var timer = time.CreateTimer(
            static nap => ((Nap)nap!).Wake(), this, rest + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        if (until <= time.GetUtcNow())
        {
            // The clock was set forward since the rest was worked out.
            return;
        }

        _sleeping = true;
        await _wakes.Reader.ReadAsync(cancel);
        _sleeping = false;
    }
}
