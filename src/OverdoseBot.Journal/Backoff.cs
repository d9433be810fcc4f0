namespace OverdoseBot.Journal;

/// <summary>Pauses between tries that double from try to try, with jitter, so that many that failed together do not come back together.</summary>
public static class Backoff
{
    private const int MostDoublings = 30;

    /// <summary>How long to wait after a try that failed: between half of the doubled pause and all of it.</summary>
    /// <param name="tries">How often it was tried before (<see cref="OutboxRow.Tries"/>): 0 after the first try.</param>
    /// <param name="first">The longest pause after the first try.</param>
    /// <param name="longest">No pause is longer.</param>
    /// <param name="random">From 0 to below 1; null: drawn.</param>
    public static TimeSpan After(int tries, TimeSpan first, TimeSpan longest, double? random = null)
    {
        var full = Math.Min(first.Ticks * Math.Pow(2, Math.Clamp(tries, 0, MostDoublings)), longest.Ticks);
        return TimeSpan.FromTicks((long)(full * (0.5 + (0.5 * (random ?? Random.Shared.NextDouble())))));
    }
}
