using System.Collections.Immutable;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Mappings whose keys are the script's own words.</summary>
internal static class MapValues
{
    /// <summary>The pairs of a mapping; none when the node is missing.</summary>
    public static IReadOnlyList<Pair> Pairs(this FaultList faults, Node? node, string what)
    {
        if (node is null or MapNode)
        {
            return (node as MapNode)?.Pairs ?? [];
        }

        Fields.Of(node, what, faults);
        return [];
    }

    /// <summary>A list of mappings.</summary>
    public static ImmutableArray<T> Rows<T>(this FaultList faults, Node? node, string what, Func<Fields, T> read) =>
        [.. faults.List(node, item => Fields.Of(item, what, faults)).Where(f => f is not null).Select(f => Whole(f!, read))];

    /// <summary>A mapping from a name to a mapping of known keys.</summary>
    public static IEnumerable<KeyValuePair<string, T>> Named<T>(this FaultList faults, Node? node, string what, Func<Pair, Fields, T> read) =>
        faults.Pairs(node, what)
            .Select(pair => (Pair: pair, Fields: Fields.Of(pair.Value, what, faults)))
            .Where(p => p.Fields is not null)
            .Select(p => KeyValuePair.Create(p.Pair.Key.Value, Whole(p.Fields!, fields => read(p.Pair, fields))))
            .ToList();

    private static T Whole<T>(Fields fields, Func<Fields, T> read)
    {
        var value = read(fields);
        fields.NothingElse();
        return value;
    }
}
