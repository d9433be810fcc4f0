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
        # Where each message and each clock leads, at every step, as the walk saw it. What is not named stays at its step; several targets: it hangs on what is known.
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
            var more = rows.Except(known, StringComparer.Ordinal).ToList();
            var less = walk.Outing.Depth == Depth.Whole ? known.Except(rows, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() : [];
            page.Append('\n').Append(walk.Scene.Name).Append(more.Count + less.Count == 0 ? $" as {first.Scene.Name}\n" : $" as {first.Scene.Name}, but\n");
            Append(page, less.Select(r => "without " + r));
            Append(page, more.Select(r => "also " + r));
        }

        return page.ToString();
    }

    /// <summary>Every single consequence of a walk that leads on: <c>respond/wake: slow -> respond/breaths</c>.</summary>
    public static IReadOnlyList<string> Rows(WalkResult walk) =>
        [.. walk.Consequences.Where(c => c.To.Length > 0).Select(c => $"{c.At}: {c.What} -> {c.To}").Order(StringComparer.Ordinal)];

    /// <summary>Lines that only one of two pages has, each under its scene.</summary>
    public static ImmutableArray<string> Differences(string old, string now)
    {
        var (before, after) = (Lines(old), Lines(now));
        var (had, has) = (before.ToHashSet(StringComparer.Ordinal), after.ToHashSet(StringComparer.Ordinal));
        return [.. before.Where(l => !has.Contains(l)).Select(l => "- " + l), .. after.Where(l => !had.Contains(l)).Select(l => "+ " + l)];
    }

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
