using System.Collections.Immutable;
using OverdoseBot.Understanding;

namespace OverdoseBot.Paths;

/// <summary>Walks scenes one after the other.</summary>
/// <param name="Readers">Read text.</param>
/// <param name="Limit">States after which a scene's walk stops.</param>
internal sealed record PathsRun(Readers Readers, int Limit)
{
    public const int Unlimited = 2_000_000;

    /// <summary>Walks every scene; each is told as soon as it is done.</summary>
    public async Task<ImmutableArray<WalkResult>> WalkAsync(
        IEnumerable<Outing> outings, Action<string> progress, Func<WalkResult, Task> done, TimeProvider time, CancellationToken cancel)
    {
        var ear = new Ear(Readers);
        var walks = ImmutableArray.CreateBuilder<WalkResult>();
        foreach (var outing in outings)
        {
            var walk = await new Walk(outing, ear, SafetyRules.All, Limit, progress).RunAsync(time, cancel);
            var chains = new Chains(outing.Scene, ear);
            Chain?[] found = outing.Depth == Depth.Whole ? [await chains.LongestAsync(calling: false), await chains.LongestAsync(calling: true)] : [];
            walk = walk with { Chains = [.. found.OfType<Chain>()] };
            await done(walk);

            // What is told of a walk needs its states only where a rule is broken.
            walks.Add(walk.Violations == 0 ? walk with { Nodes = [] } : walk);
        }

        return walks.DrainToImmutable();
    }
}
