using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Regions, human lines, sources, hazards and words.</summary>
internal static class CatalogReader
{
    public static FrozenDictionary<string, Region> Regions(Node? root, FaultList faults) => faults.Named(root, "a region", (pair, f) => new Region(
        faults.Word(pair.Key), faults.Text(f.Need("name")), faults.Text(f.Need("emergency")), faults.Text(f.Need("law")),
        faults.Texts(f.Need("sources")), pair.Key.Spot)).ToFrozenDictionary(StringComparer.Ordinal);

    public static ImmutableArray<HumanLine> Lines(Node? root, FaultList faults) => [.. faults.Named(root, "a human line", (pair, f) => new HumanLine(
        faults.Word(pair.Key), faults.Word(f.Need("region")), faults.Text(f.Need("name")), faults.Text(f.Need("call")), faults.TextOrNull(f.Get("text")),
        faults.Text(f.Need("who")), faults.Text(f.Need("cost")), faults.Text(f.Need("hours")), faults.Text(f.Need("goes")),
        faults.DayOrNull(f.Need("verified")), faults.Texts(f.Need("sources")), pair.Key.Spot)).Select(l => l.Value)];

    public static FrozenDictionary<string, Source> Sources(Node? root, FaultList faults) => faults.Pairs(root, "sources")
        .ToFrozenDictionary(p => p.Key.Value, p => new Source(p.Key.Value, faults.Text(p.Value), p.Key.Spot), StringComparer.Ordinal);

    public static FrozenDictionary<string, Hazard> Hazards(Node? root, FaultList faults) => faults.Named(root, "a hazard", (pair, f) => new Hazard(
        faults.Text(pair.Key), faults.Text(f.Need("title")), faults.Texts(f.Need("proof")), pair.Key.Spot)
    {
        Cause = faults.Text(f.Need("cause")),
        Harm = faults.Text(f.Need("harm")),
    }).ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, string> Words(Node? root, FaultList faults) => faults.Pairs(root, "words")
        .ToFrozenDictionary(p => p.Key.Value, p => faults.Text(p.Value), StringComparer.Ordinal);
}
