namespace OverdoseBot.Channels;

/// <summary>
/// How long what is due waits for a processor: a beat that is late has waited as everything else does, requests that nobody has looked at yet included.
/// </summary>
public sealed class Pulse(TimeProvider time)
{
    /// <summary>How often it beats.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    private long _last;

    /// <summary>How late the next beat is by now; zero before the first.</summary>
    public TimeSpan Late => Volatile.Read(ref _last) is not 0 and var last && time.GetElapsedTime(last) - Every is var late && late > TimeSpan.Zero ? late : TimeSpan.Zero;

    /// <summary>Beats once.</summary>
    public void Beat() => Volatile.Write(ref _last, time.GetTimestamp());
}
