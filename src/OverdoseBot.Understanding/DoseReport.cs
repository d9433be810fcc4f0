namespace OverdoseBot.Understanding;

/// <summary>Doses that a person says were given.</summary>
/// <param name="Count">How many; one when they do not say.</param>
/// <param name="Ago">How long ago, when they say so.</param>
public sealed record DoseReport(int Count, TimeSpan? Ago)
{
    /// <summary>True: they speak of a dose, and do not say that they gave it just now: "nothing happened after the spray".</summary>
    public bool IsSpokenOf { get; init; }
}
