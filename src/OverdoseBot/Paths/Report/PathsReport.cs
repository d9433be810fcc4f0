using System.Globalization;
using OverdoseBot.Understanding;

namespace OverdoseBot.Paths;

/// <summary>The table that <c>paths</c> prints.</summary>
internal sealed class PathsReport(TextWriter output, IReadOnlyList<Invariant> invariants, Readers reader)
{
    private const int MostChats = 3;
    private readonly ChatPrinter _chats = new(output);

    /// <summary>Prints one form's walk; returns how many violations it has.</summary>
    public async Task<int> PrintAsync(WalkResult walk)
    {
        output.WriteLine(Text($"form {walk.Scene.Form}: {walk.Nodes.Count} states, {walk.Edges} edges, {walk.Steps.Count} steps, {walk.Took.TotalSeconds:F1} s{(walk.Whole ? "" : "  (stopped at the limit: not every state was walked)")}"));
        output.WriteLine($"steps reached: {string.Join(' ', walk.Steps)}");
        PrintReading(walk);
        for (var i = 0; i < invariants.Count; i++)
        {
            var found = walk.Findings.Where(f => f.Invariant == i).ToList();
            output.WriteLine(Text($"  {invariants[i].Number,-4} {(found.Count == 0 ? "holds " : "BROKEN")} {walk.Checks[i],9} checks  {found.Count,3} violations  {invariants[i].Title}"));
        }

        var violations = walk.Violations + PrintWays(walk) + PrintChains(walk);
        foreach (var group in walk.Findings.GroupBy(f => f.Invariant).OrderBy(g => g.Key))
        {
            await PrintAsync(walk, invariants[group.Key], [.. group]);
        }

        output.WriteLine();
        return violations;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void PrintReading(WalkResult walk)
    {
        output.WriteLine(walk.Tapped.IsEmpty
            ? "every meaning was read from text"
            : $"{walk.Tapped.Length} meanings fell back to a tap because their text is not read there: {string.Join(", ", walk.Tapped)}");
        if (!walk.Unread.IsEmpty)
        {
            output.WriteLine($"{walk.Unread.Length} messages say less at some steps and were left out there: {string.Join("; ", walk.Unread)}");
        }
    }

    private int PrintWays(WalkResult walk)
    {
        string[] missed = walk.Whole ? [.. walk.Unreached("respond", "naloxone")] : [];
        output.WriteLine(Text($"  D    {(missed.Length == 0 ? "holds " : "BROKEN")} every step of respond and naloxone is reached{(missed.Length == 0 ? "" : ": not " + string.Join(", ", missed))}"));
        output.WriteLine(Text($"  E    {(walk.Stuck.IsEmpty ? "holds " : "BROKEN")} from every state some message leads on{(walk.Stuck.IsEmpty ? "" : ": not from " + string.Join(", ", walk.Stuck))}"));
        return missed.Length + walk.Stuck.Length;
    }

    private int PrintChains(WalkResult walk)
    {
        var broken = 0;
        foreach (var (chain, i) in walk.Chains.Select((c, i) => (c, i)))
        {
            var holds = i > 0 || chain.Answers <= Chains.Most;
            broken += holds ? 0 : 1;
            output.WriteLine(Text($"  3c   {(holds ? "holds " : "BROKEN")} longest chain of answers from a first emergency message to breaths or pushes{(i > 0 ? ", with \"I am calling\" answered on the way" : "")}: {chain.Answers}"));
            _chats.Print(chain);
        }

        return broken;
    }

    private async Task PrintAsync(WalkResult walk, Invariant invariant, List<Finding> findings)
    {
        output.WriteLine();
        output.WriteLine($"{invariant.Number} {invariant.Title}");
        foreach (var (finding, i) in findings.Select((f, i) => (f, i)))
        {
            output.WriteLine(Text($"  - {finding.Fault} ({finding.Count} times)"));
            if (i < MostChats)
            {
                await _chats.PrintAsync(walk, finding, reader);
            }
        }
    }
}
