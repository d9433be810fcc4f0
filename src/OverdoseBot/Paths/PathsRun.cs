using System.Collections.Immutable;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Paths;

/// <summary>Walks the forms that are asked for, one after the other, and adds up.</summary>
/// <param name="Library">The scripts.</param>
/// <param name="Reader">Reads text.</param>
/// <param name="Limit">States after which a form's walk stops.</param>
internal sealed record PathsRun(Library Library, Readers Reader, int Limit)
{
    public const int Unlimited = 2_000_000;

    /// <summary>Walks one form.</summary>
    public async Task<WalkResult> WalkAsync(bool sms, Action<string> progress, TimeProvider time, CancellationToken cancel)
    {
        var scene = new Scene(Library, Library.Regions["us"], sms);
        var walk = await new Walk(scene, Reader, SafetyRules.All, Limit, progress).RunAsync(time, cancel);
        var chains = new Chains(scene, Reader);
        Chain?[] found = [await chains.LongestAsync(calling: false), await chains.LongestAsync(calling: true)];
        return walk with { Chains = [.. found.OfType<Chain>()] };
    }

    /// <summary>Walks and prints; returns the number of violations.</summary>
    public async Task<int> RunAsync(ImmutableArray<bool> forms, TextWriter output, TextWriter errors, TimeProvider time, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        var report = new PathsReport(output, SafetyRules.All, Reader);
        var (states, edges, violations) = (0L, 0L, 0);
        foreach (var sms in forms)
        {
            var walk = await WalkAsync(sms, errors.WriteLine, time, cancel);
            (states, edges) = (states + walk.Nodes.Count, edges + walk.Edges);
            violations += await report.PrintAsync(walk);
        }

        output.WriteLine(FormattableString.Invariant(
            $"paths: {states} states, {edges} edges, {SafetyRules.All.Length + 3} invariants, {violations} violations, {time.GetElapsedTime(began).TotalSeconds:F0} s"));
        return violations;
    }
}
