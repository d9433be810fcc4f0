namespace OverdoseBot.Paths;

/// <summary>A rule that was broken: how, where first, and how often.</summary>
/// <param name="Invariant">Index of the rule.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Node">The state it was found from first: the shortest way.</param>
/// <param name="Input">What happened there.</param>
internal sealed record Finding(int Invariant, string Fault, int Node, PathInput Input)
{
    public int Count { get; init; } = 1;
}
