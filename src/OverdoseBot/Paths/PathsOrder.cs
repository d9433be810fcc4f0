using System.Collections.Immutable;
using System.Globalization;
using OverdoseBot.Understanding;

namespace OverdoseBot.Paths;

/// <summary>What <c>paths</c> is asked for.</summary>
/// <param name="Outings">The scenes.</param>
/// <param name="Limit">States after which a scene's walk stops.</param>
/// <param name="Out">Where the shortest chat that breaks a rule goes; null: nowhere.</param>
/// <param name="Golden">The summary to compare with; null: none.</param>
/// <param name="WriteGolden">Where the summary goes; null: nowhere.</param>
internal sealed record PathsOrder(ImmutableArray<Outing> Outings, int Limit, string? Out = null, string? Golden = null, string? WriteGolden = null)
{
    // Not a rule of its own in the list: they judge the whole walk (D, E and the chain of 3c).
    private const int OfTheWholeWalk = 3;
    private const int MostDifferences = 200;

    /// <summary>Walks, prints, compares; returns the number of violations and differences.</summary>
    public async Task<int> RunAsync(Readers readers, TextWriter output, TextWriter errors, TimeProvider time, CancellationToken cancel)
    {
        var (began, ear) = (time.GetTimestamp(), new Ear(readers));
        var report = new PathsReport(output, SafetyRules.All, ear);
        var (printed, violations) = (0, 0);
        var walks = await new PathsRun(readers, Limit).WalkAsync(
            Outings, errors.WriteLine, async walk => violations += await report.PrintAsync(walk, all: printed++ == 0), time, cancel);
        await WriteChatAsync(walks, ear, output, cancel);
        var differences = await SummariseAsync(walks, output, cancel);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"paths: {walks.Length} scenes, {walks.Sum(w => (long)w.States)} states, {walks.Sum(w => w.Edges)} edges, {SafetyRules.All.Length + OfTheWholeWalk} invariants, {walks.Sum(w => (long)w.Strings)} texts, {violations} violations, {time.GetElapsedTime(began).TotalSeconds:F0} s"));
        return violations + differences;
    }

    private async Task WriteChatAsync(ImmutableArray<WalkResult> walks, Ear ear, TextWriter output, CancellationToken cancel)
    {
        var all = walks.SelectMany(w => w.Findings.Select(f => (Walk: w, Finding: f))).ToList();
        if (all.Count == 0)
        {
            return;
        }

        var (walk, finding) = all.MinBy(f => Way.Length(f.Walk, f.Finding));
        var chat = ChatScript.Write(walk.Scene, SafetyRules.All[finding.Invariant], finding, await Way.ToAsync(walk, finding, ear));
        output.WriteLine("The shortest chat that breaks a rule:");
        output.WriteLine(chat);
        if (Out is not null)
        {
            await File.WriteAllTextAsync(Out, chat, cancel);
            output.WriteLine($"written to {Out}; `record {Out}` plays it");
        }
    }

    private async Task<int> SummariseAsync(ImmutableArray<WalkResult> walks, TextWriter output, CancellationToken cancel)
    {
        if (WriteGolden is not null)
        {
            await File.WriteAllTextAsync(WriteGolden, Summary.Write(walks), cancel);
            output.WriteLine($"summary written to {WriteGolden}");
        }

        if (Golden is null)
        {
            return 0;
        }

        var differences = Summary.Differences(await File.ReadAllTextAsync(Golden, cancel), Summary.Write(walks));
        foreach (var line in differences.Take(MostDifferences))
        {
            output.WriteLine(line);
        }

        output.WriteLine(differences.Length == 0
            ? $"as {Golden} says"
            : $"{differences.Length} lines differ from {Golden}. Meant so? Write it anew with --write-golden and read the difference.");
        return differences.Length;
    }
}
