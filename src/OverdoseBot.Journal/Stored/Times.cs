namespace OverdoseBot.Journal.Stored;

/// <summary>Points in time as the file has them: milliseconds since 1970, UTC.</summary>
internal static class Times
{
    private static readonly long _last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static long Stored(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    /// <summary>Rounded up, so that an alarm never rings before its time.</summary>
    public static long StoredDue(DateTimeOffset due)
    {
        var floor = due.ToUnixTimeMilliseconds();
        return floor < _last && due.UtcTicks % TimeSpan.TicksPerMillisecond != 0 ? floor + 1 : floor;
    }

    public static DateTimeOffset Loaded(long stored) => DateTimeOffset.FromUnixTimeMilliseconds(stored);
}
