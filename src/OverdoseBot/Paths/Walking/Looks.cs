using System.Text.RegularExpressions;

namespace OverdoseBot.Paths;

/// <summary>When a clock told someone who pushes to look at the chest, read from what was sent.</summary>
internal static partial class Looks
{
    /// <summary>The time of the look that this turn asked for; null: it asked for none.</summary>
    public static DateTimeOffset? At(Edge edge) => edge.Rang is not null && Pushing(edge) && Look().IsMatch(edge.Said) ? edge.Now : null;

    private static bool Pushing(Edge edge) => edge.Before.Stack.Concat(edge.After.Stack).Any(f => f is { Dialog: "respond", Step: "compressions" });

    [GeneratedRegex(@"\b(look at|watch) (the |their )?chest\b", RegexOptions.IgnoreCase)]
    private static partial Regex Look();
}
