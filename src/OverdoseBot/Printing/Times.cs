using System.Globalization;

namespace OverdoseBot.Printing;

/// <summary>Times as the scripts write them.</summary>
internal static class Times
{
    /// <summary><c>90 s</c>, <c>2 min</c> or <c>6 h</c>.</summary>
    public static string Text(TimeSpan time) => time switch
    {
        _ when time.TotalSeconds < 120 && time.TotalSeconds % 60 != 0 => Of(time.TotalSeconds, "s"),
        _ when time.TotalMinutes < 120 && time.TotalMinutes % 1 == 0 => Of(time.TotalMinutes, "min"),
        _ when time.TotalHours % 1 == 0 => Of(time.TotalHours, "h"),
        _ => Of(time.TotalSeconds, "s"),
    };

    private static string Of(double count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
