using System.Collections.Immutable;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>What a walk saw.</summary>
internal sealed record WalkResult(
    Outing Outing, IReadOnlyList<Node> Nodes, long Edges, ImmutableArray<long> Checks, ImmutableArray<Finding> Findings,
    ImmutableSortedSet<string> Steps, ImmutableArray<string> Stuck, ImmutableArray<string> Tapped, ImmutableArray<string> Unread,
    ImmutableArray<(string At, string What, string To)> Consequences, int Strings, bool Whole, TimeSpan Took)
{
    public Scene Scene => Outing.Scene;

    /// <summary>How many states were walked.</summary>
    public int States { get; init; } = Nodes.Count;

    /// <summary>Longest chains from a first message about an emergency to breaths or pushes.</summary>
    public ImmutableArray<Chain> Chains { get; init; } = [];

    /// <summary>Faults found, however often each was met.</summary>
    public int Violations => Findings.Length;

    /// <summary>Steps of the response that no input leads to.</summary>
    public IEnumerable<string> Unreached(params string[] dialogs) =>
        dialogs.SelectMany(d => Scene.Library.Scripts.TryGetValue(d, out var s) ? s.Steps : ImmutableArray<Step>.Empty)
            .Select(s => s.Place.ToString()).Where(s => !Steps.Contains(s));
}
