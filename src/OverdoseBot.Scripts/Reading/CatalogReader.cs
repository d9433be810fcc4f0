using System.Collections.Frozen;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Sources and hazards.</summary>
internal static class CatalogReader
{
    public static FrozenDictionary<string, Source> Sources(Node? root, FaultList faults) => faults.Pairs(root, "sources")
        .ToFrozenDictionary(p => p.Key.Value, p => new Source(p.Key.Value, faults.Text(p.Value), p.Key.Spot), StringComparer.Ordinal);

    public static FrozenDictionary<string, Hazard> Hazards(Node? root, FaultList faults) => faults.Named(root, "a hazard", (pair, f) => new Hazard(
        faults.Text(pair.Key), faults.Text(f.Need("title")), faults.Texts(f.Need("proof")), pair.Key.Spot)
    {
        Cause = faults.Text(f.Need("cause")),
        Harm = faults.Text(f.Need("harm")),
    }).ToFrozenDictionary(StringComparer.Ordinal);
}
