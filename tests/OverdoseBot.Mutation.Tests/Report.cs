using System.Globalization;
using System.Text;

namespace OverdoseBot.Mutation.Tests;

/// <summary>The table of what was caught by what.</summary>
internal static class Report
{
    public static string Table(IReadOnlyList<Verdict> verdicts)
    {
        var text = new StringBuilder().AppendLine("| operator | mutants | check | paths | survivors | rate |").AppendLine("|---|---:|---:|---:|---:|---:|");
        foreach (var group in verdicts.GroupBy(v => v.Mutant.Operator))
        {
            Row(text, group.Key, [.. group]);
        }

        Row(text, "all", verdicts);
        text.AppendLine().AppendLine("Caught by rule (the protocol, OD0070 to OD0072, is asked last):");
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

    private static void Row(StringBuilder text, string name, IReadOnlyCollection<Verdict> of) => text.AppendLine(CultureInfo.InvariantCulture,
        $"| {name} | {of.Count} | {of.Count(v => v.Rule is not null)} | {of.Count(v => v.Invariant is not null)} | {of.Count(v => v.Survives)} | {Rate(of):P1} |");
}
