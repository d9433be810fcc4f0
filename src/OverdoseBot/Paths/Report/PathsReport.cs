using System.Globalization;

namespace OverdoseBot.Paths;

/// <summary>The table that <c>paths</c> prints.</summary>
internal sealed class PathsReport(TextWriter output, IReadOnlyList<Invariant> invariants, Ear ear)
{
    private const int MostChats = 3;
    private readonly ChatPrinter _chats = new(output);

    /// <summary>Prints one scene's walk; returns how many violations it has. With <paramref name="all"/> every rule and its checks are named.</summary>
    public async Task<int> PrintAsync(WalkResult walk, bool all)
    {
        var depth = walk.Outing.Depth == Depth.Whole ? "every state" : "every wording";
        output.WriteLine(Text($"{walk.Scene.Name}: {depth}: {walk.States} states, {walk.Edges} edges, {walk.Steps.Count} steps, {walk.Strings} texts, {walk.Violations} violations, {walk.Took.TotalSeconds:F1} s{(walk.Whole ? "" : "  (stopped at the limit: not every state was walked)")}"));
        var ways = Missed(walk).Length + walk.Stuck.Length + walk.Chains.Take(1).Count(c => c.Answers > Chains.Most);
        if (!all && walk.Violations + ways == 0)
        {
            return 0;
        }

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
            : $"{walk.Tapped.Length} times a meaning was tapped because its text is not read at that step: {string.Join("; ", ByMeaning(walk.Tapped))}");
        if (!walk.Unread.IsEmpty)
        {
            output.WriteLine($"{walk.Unread.Length} messages say less at some steps and were left out there: {string.Join("; ", walk.Unread)}");
        }
    }

    private static IEnumerable<string> ByMeaning(IEnumerable<string> tapped) => tapped.Select(t => t.Split(" at ")).GroupBy(t => t[0])
        .Select(g => g.Count() <= 4 ? $"{g.Key} at {string.Join(", ", g.Select(t => t[^1]))}" : $"{g.Key} at {g.Count()} steps");

    private int PrintWays(WalkResult walk)
    {
        var missed = Missed(walk);
        output.WriteLine(Text($"  D    {(missed.Length == 0 ? "holds " : "BROKEN")} every step of respond and naloxone is reached{(missed.Length == 0 ? "" : ": not " + string.Join(", ", missed))}"));
        output.WriteLine(Text($"  E    {(walk.Stuck.IsEmpty ? "holds " : "BROKEN")} from every state some message leads on{(walk.Stuck.IsEmpty ? "" : ": not from " + string.Join(", ", walk.Stuck))}"));
        return missed.Length + walk.Stuck.Length;
    }

    private static string[] Missed(WalkResult walk) => walk.Whole ? [.. walk.Unreached("respond", "naloxone")] : [];

    private int PrintChains(WalkResult walk)
    {
        var broken = 0;
        foreach (var (chain, i) in walk.Chains.Select((c, i) => (c, i)))
        {
            var holds = i > 0 || chain.Answers <= Chains.Most;
            broken += holds ? 0 : 1;
            output.WriteLine(Text($"  3c   {(holds ? "holds " : "BROKEN")} longest chain of answers from a first emergency message to breaths or pushes{(i > 0 ? ", with \"I am calling\" answered on the way" : "")}: {chain.Answers}"));
            _chats.Print(chain.Turns);
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
                _chats.Print(await Way.ToAsync(walk, finding, ear));
            }
        }
    }
}
