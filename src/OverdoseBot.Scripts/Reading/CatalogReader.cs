using System.Collections.Frozen;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Sources.</summary>
internal static class CatalogReader
{
    public static FrozenDictionary<string, Source> Sources(Node? root, FaultList faults) => faults.Pairs(root, "sources")
        .ToFrozenDictionary(p => p.Key.Value, p => new Source(p.Key.Value, faults.Text(p.Value), p.Key.Spot), StringComparer.Ordinal);
}
