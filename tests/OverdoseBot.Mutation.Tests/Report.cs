using System.Globalization;
using System.Text;

namespace OverdoseBot.Mutation.Tests;

/// <summary>The table of what was caught by what.</summary>
internal static class Report
{
    public static string Table(IReadOnlyList<Verdict> verdicts)
    {
        var text = new StringBuilder().AppendLine("| operator | mutants | check | of these by the protocol alone | paths, of walked | survivors | rate |").AppendLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var group in verdicts.GroupBy(v => v.Mutant.Operator))
        {
            Row(text, group.Key, [.. group]);
        }

        Row(text, "all", verdicts);
        text.AppendLine().AppendLine("Caught by rule (the protocol, OD0070 to OD0072, is asked behind the other rules of moves and clocks):");
        foreach (var rule in verdicts.Where(v => v.Rule is not null).GroupBy(v => v.Rule!).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {rule.Key} {rule.Count()}");
        }

        foreach (var rule in verdicts.Where(v => v.Invariant is not null).GroupBy(v => v.Invariant!).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  paths {rule.Key} {rule.Count()}");
        }

        text.AppendLine().AppendLine("Survivors:");
        foreach (var verdict in verdicts.Where(v => v.Survives))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {verdict.Mutant.Id}{(verdict.Mutant.Emergency ? "   (emergency)" : "")}");
        }

        return text.ToString();
    }

    public static double Rate(IReadOnlyCollection<Verdict> verdicts) => 1 - (verdicts.Count(v => v.Survives) / (double)verdicts.Count);

    /// <summary>How many of the wrong moves that were walked, though the protocol had caught them, paths catches too.</summary>
    public static double Seen(IEnumerable<Verdict> verdicts) => verdicts.Where(v => v.Walked && v.Rule == "OD0070").Average(v => v.Invariant is null ? 0.0 : 1.0);

    private static void Row(StringBuilder text, string name, IReadOnlyCollection<Verdict> of) => text.AppendLine(CultureInfo.InvariantCulture,
        $"| {name} | {of.Count} | {of.Count(v => v.Rule is not null)} | {of.Count(v => v.ByTheProtocolAlone)} | {of.Count(v => v.Invariant is not null)} of {of.Count(v => v.Walked)} | {of.Count(v => v.Survives)} | {Rate(of):P1} |");
}
