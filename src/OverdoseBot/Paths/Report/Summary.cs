using System.Collections.Immutable;
using System.Text;

namespace OverdoseBot.Paths;

/// <summary>
/// Where each message and each clock leads at each step, as a page that is kept beside the scripts: when a script is edited, the page's change shows what
/// follows from it. The first scene is told in full, the others by what they have more, and scenes walked whole by what they lack.
/// </summary>
internal static class Summary
{
    private const string Head =
        """
        # Where each message and each clock leads, at every step, as the walk saw it. "." is the same step; several targets: it hangs on what is known.
        # Written by `paths --write-golden`; compared by `paths --golden`. The first scene stands in full, the others by what differs from it.

        """;

    /// <summary>The page of all walks.</summary>
    public static string Write(IReadOnlyList<WalkResult> walks)
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        var first = walks[0];
        var known = Rows(first).ToHashSet(StringComparer.Ordinal);
        page.Append('\n').Append(first.Scene.Name).Append('\n');
        Append(page, Rows(first));
        foreach (var walk in walks.Skip(1))
        {
            var rows = Rows(walk);
            var more = rows.Where(r => !known.Contains(r)).ToList();
            var less = walk.Outing.Depth == Depth.Whole ? known.Except(rows, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() : [];
            page.Append('\n').Append(walk.Scene.Name).Append(more.Count + less.Count == 0 ? $" as {first.Scene.Name}\n" : $" as {first.Scene.Name}, but\n");
            Append(page, more.Select(r => "+ " + r));
            Append(page, less.Select(r => "- " + r));
        }

        return page.ToString();
    }

    /// <summary>Every single consequence of a walk: <c>respond/wake: slow -> respond/breaths</c>.</summary>
    public static IEnumerable<string> Single(WalkResult walk) => walk.Consequences.Select(c => $"{c.At}: {c.What} -> {(c.To.Length == 0 ? "." : c.To)}");

    /// <summary>The single consequences of the first scene of a page.</summary>
    public static HashSet<string> Single(string page)
    {
        var rows = page.Split('\n').SkipWhile(l => l.Length == 0 || l[0] == '#').Skip(1).TakeWhile(l => l.Length > 0);
        return
        [
            .. from row in rows
               let at = row[..row.IndexOf(" -> ", StringComparison.Ordinal)]
               let rest = row[(at.Length + 4)..]
               let colon = rest.IndexOf(": ", StringComparison.Ordinal)
               from to in rest[..colon].Split('|')
               from what in rest[(colon + 2)..].Split(", ")
               select $"{at}: {what} -> {to}",
        ];
    }

    /// <summary>Lines that only one of two pages has, each under its scene.</summary>
    public static ImmutableArray<string> Differences(string old, string now)
    {
        var (before, after) = (Lines(old), Lines(now));
        var (had, has) = (before.ToHashSet(StringComparer.Ordinal), after.ToHashSet(StringComparer.Ordinal));
        return [.. before.Where(l => !has.Contains(l)).Select(l => "- " + l), .. after.Where(l => !had.Contains(l)).Select(l => "+ " + l)];
    }

    // One row a step and set of targets, with all that leads there.
    private static List<string> Rows(WalkResult walk) =>
    [
        .. from at in walk.Consequences.GroupBy(c => c.At)
           from targets in at.GroupBy(c => c.What).Select(w => (What: w.Key, To: string.Join('|', w.Select(c => c.To.Length == 0 ? "." : c.To).Order(StringComparer.Ordinal)))).GroupBy(w => w.To)
           orderby at.Key, targets.Key
           select $"{at.Key} -> {targets.Key}: {string.Join(", ", targets.Select(w => w.What).Order(StringComparer.Ordinal))}",
    ];

    private static void Append(StringBuilder page, IEnumerable<string> rows)
    {
        foreach (var row in rows)
        {
            page.Append(row).Append('\n');
        }
    }

    private static List<string> Lines(string page)
    {
        var (scene, lines) = ("", new List<string>());
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n').Where(l => l.Length > 0 && l[0] != '#'))
        {
            scene = line.Contains(" -> ", StringComparison.Ordinal) ? scene : line;
            lines.Add(ReferenceEquals(scene, line) ? line : $"{scene.Split(' ')[0]} {line}");
        }

        return lines;
    }
}
