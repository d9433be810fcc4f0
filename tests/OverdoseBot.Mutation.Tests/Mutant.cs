using OverdoseBot.Scripts;
using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Mutation.Tests;

/// <summary>The shipped scripts with one thing changed.</summary>
/// <param name="Operator">The kind of change.</param>
/// <param name="File">The file changed, below <c>dialogs/</c>.</param>
/// <param name="What">What was changed, and to what.</param>
/// <param name="Root">The file after the change.</param>
/// <param name="Emergency">True when a step of kind emergency is changed, or what holds in all of them.</param>
internal sealed record Mutant(string Operator, string File, string What, Node Root, bool Emergency)
{
    /// <summary>The step changed, or null when what was changed is no step's own.</summary>
    public Place? Step { get; init; }

    public string Id => $"{Operator} | {File} | {What}";
}

/// <summary>A change before it is made.</summary>
internal readonly record struct Change(string What, Node Root);

/// <summary>One kind of change and all places in a file where it can be made.</summary>
/// <param name="Name">What it does, in plain words.</param>
/// <param name="Changes">The changes that a site allows.</param>
internal sealed record Operator(string Name, Func<Site, IEnumerable<Change>> Changes)
{
    /// <summary>Every site that is like one of the patterns is dropped.</summary>
    public static Operator Drops(string name, params string[] patterns) =>
        new(name, site => patterns.Any(site.Is) ? [new Change($"{Show(site)} dropped", site.Drop())] : []);

    /// <summary>Every site that is like the pattern becomes each of the values.</summary>
    public static Operator Becomes(string name, string pattern, params string[] values) =>
        new(name, site => site.Is(pattern) ? values.Where(v => v != site.Text).Select(v => new Change($"{Show(site)} becomes {v}", site.Put(v))) : []);

    /// <summary>Below every site that is like the pattern, pairs of values are swapped.</summary>
    /// <param name="name">What it does.</param>
    /// <param name="pattern">The list or map.</param>
    /// <param name="reach">How far apart the two may stand; 1 is neighbours.</param>
    public static Operator Swaps(string name, string pattern, int reach = int.MaxValue) => new(name, site => !site.Is(pattern) ? [] :
        from a in site.Items.Select((s, i) => (Site: s, Index: i))
        from b in site.Items.Select((s, i) => (Site: s, Index: i))
        where b.Index > a.Index && b.Index - a.Index <= reach && Tree.Write(a.Site.Node) != Tree.Write(b.Site.Node)
        select new Change($"{Show(a.Site)} and {b.Site.Key} swapped", a.Site.Swap(b.Site)));

    public static string Show(Site site) => string.Join('.', site.Path);
}
