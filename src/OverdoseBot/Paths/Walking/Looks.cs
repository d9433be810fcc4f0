namespace OverdoseBot.Paths;

/// <summary>When a clock told someone who pushes to look at the chest, read from what was sent.</summary>
internal static class Looks
{
    /// <summary>The time of the look that this turn asked for; null: it asked for none.</summary>
    public static DateTimeOffset? At(Edge edge) => edge.Rang is not null && Pushing(edge) && edge.Meant.Looks ? edge.Now : null;

    private static bool Pushing(Edge edge) => edge.Before.Stack.Concat(edge.After.Stack).Any(f => f is { Dialog: "respond", Step: "compressions" });
}
