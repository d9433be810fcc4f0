using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace OverdoseBot.Paths;

/// <summary>Where each message and each clock led at each step: what a change of the scripts changes.</summary>
internal sealed class Consequences
{
    private readonly ConcurrentDictionary<(string At, string What, string To), bool> _seen = new();

    private readonly ConcurrentDictionary<string, bool> _texts = new(StringComparer.Ordinal);

    /// <summary>How many different texts were sent.</summary>
    public int Strings => _texts.Count;

    public void Note(Edge edge)
    {
        foreach (var sent in edge.Sent)
        {
            _texts.TryAdd(sent.Text, true);
        }

        // What can never lead anywhere has a rule of its own.
        if (edge.Input.Kind is InputKind.Fault or InputKind.Greet or InputKind.DoubleTap or InputKind.CallTap or InputKind.Set or InputKind.Opinion or InputKind.Hub || edge.To is not { } to)
        {
            return;
        }

        var what = edge.Rang is { } rang ? $"({rang.Name})" : edge.Input.Name;
        _seen.TryAdd((Key(edge.At), what, to == edge.At ? "" : Key(to)), true);
    }

    /// <summary>All of them, in order; an empty target: the same step.</summary>
    public ImmutableArray<(string At, string What, string To)> All =>
        [.. _seen.Keys.OrderBy(k => k.At, StringComparer.Ordinal).ThenBy(k => k.What, StringComparer.Ordinal).ThenBy(k => k.To, StringComparer.Ordinal)];

    private static string Key(Scripts.Place place) => $"{place.Dialog}/{place.Step}";
}
