using System.Collections.Immutable;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>A scene and how far it is walked.</summary>
/// <param name="Scene">The scene.</param>
/// <param name="Depth">How far.</param>
internal sealed record Outing(Scene Scene, Depth Depth);

/// <summary>How far a scene is walked.</summary>
internal enum Depth
{
    /// <summary>Every state.</summary>
    Whole,

    /// <summary>Every step, wording, aside, piece and call heading at least once.</summary>
    Words,
}

/// <summary>
/// Which scenes are walked, and how far. Where the bot goes does not hang on the region, and its words do only by what fills the holes of the
/// same wordings: the number, the line of the law, texts, credit, the crisis line and the country. The number stands in most messages, the others in asides only.
/// So one region of every length of number is walked whole in each language (the unknown one has the longest), and where the number is as long,
/// SMS is cut and composed the same: there every wording and every aside is met at least once, to see that it fits and names the right number.
/// Practices are walked to their end in the first region. A hub with people is set in scenes of their own, where every message runs without it too.
/// </summary>
internal static class Plan
{
    /// <summary>All outings, in a fixed order.</summary>
    public static ImmutableArray<Outing> Of(Library scripts, IReadOnlyCollection<string> regions, IReadOnlyCollection<string> languages, IReadOnlyCollection<bool> forms) =>
    [
        .. from library in scripts.InAllLanguages()
           where languages.Count == 0 || languages.Contains(library.Language)
           let whole = Whole(library)
           from region in Ordered(library)
           where regions.Count == 0 || regions.Contains(region.Id)
           from sms in forms
           select new Outing(new Scene(scripts, region.Id, library.Language, sms, practises: region == Ordered(library).First()), whole.Contains(region.Id) ? Depth.Whole : Depth.Words),
        .. from library in scripts.InAllLanguages()
           where languages.Count == 0 || languages.Contains(library.Language)
           let region = Ordered(library).First()
           where regions.Count == 0 || regions.Contains(region.Id)
           from sms in forms
           select new Outing(new Scene(scripts, region.Id, library.Language, sms, hub: true), Depth.Words),
    ];

    // The region in which the scripts were written comes first.
    private static IEnumerable<Region> Ordered(Library library) =>
        library.Regions.Values.OrderBy(r => r.Spot.File, StringComparer.Ordinal).ThenBy(r => r.Spot.Line).ThenBy(r => r.Id, StringComparer.Ordinal);

    private static HashSet<string> Whole(Library library) =>
        [.. Ordered(library).GroupBy(r => (r.Emergency.Length, r.First == r.Emergency)).Select(g => g.First().Id)];
}
