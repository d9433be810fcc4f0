using System.Threading.Channels;

namespace OverdoseBot.Journal.Alarms;

/// <summary>Sleep that ends at a time or when somebody wakes it; a wake while awake is kept for the next sleep.</summary>
internal sealed class Nap : IDisposable
{
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private long _until = long.MaxValue;

    public Nap(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(static nap => ((Nap)nap!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>From here to the end of the next sleep's preparation, anything due wakes: the look may be too old to have seen it.</summary>
    public void LookingNow() => Volatile.Write(ref _until, long.MaxValue);

    public void Wake() => _wakes.Writer.TryWrite(true);

    public void WakeBefore(DateTimeOffset? due)
    {
        if (due is { } at && at.UtcTicks < Volatile.Read(ref _until))
        {
            Wake();
        }
    }

    public async ValueTask SleepAsync(DateTimeOffset until, CancellationToken cancel)
    {
        Volatile.Write(ref _until, until.UtcTicks);
        var rest = until - _time.GetUtcNow();
        if (rest > TimeSpan.Zero)
        {
            // A timer may round down; a millisecond late is better than a look too early.
            _timer.Change(rest + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
            await _wakes.Reader.ReadAsync(cancel);
        }

        cancel.ThrowIfCancellationRequested();
    }

    public void Dispose() => _timer.Dispose();
}
