using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Reading;

/// <summary>The keys of one mapping, taken one by one; what nobody took is unknown.</summary>
internal sealed class Fields
{
    private readonly MapNode _map;
    private readonly string _what;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private Fields(MapNode map, string what, FaultList faults) => (_map, _what, Faults) = (map, what, faults);

    public FaultList Faults { get; }

    public Spot Spot => _map.Spot;

    public static Fields? Of(Node? node, string what, FaultList faults)
    {
        if (node is MapNode map)
        {
            return new Fields(map, what, faults);
        }

        if (node is not null)
        {
            faults.Add(ReadingRules.Value, node.Spot, $"{Capital(what)} must be keys with values.", "Write key: value, one a line.");
        }

        return null;
    }

    /// <summary>The value, or null when the key is not there.</summary>
    public Node? Get(string key)
    {
        _asked.Add(key);
        return _map.Pairs.FirstOrDefault(p => p.Key.Value == key)?.Value;
    }

    /// <summary>The value; a fault when the key is not there.</summary>
    public Node? Need(string key) => Need(key, ReadingRules.Missing, $"Add   {key}:   here.");

    /// <summary>The value; a fault of the given rule when the key is not there.</summary>
    public Node? Need(string key, Rule rule, string remedy)
    {
        var value = Get(key);
        if (value is null)
        {
            Faults.Add(rule, Spot, $"{Capital(_what)} has no \"{key}\".", remedy);
        }

        return value;
    }

    /// <summary>Call last: faults every key that was not taken.</summary>
    public void NothingElse()
    {
        foreach (var pair in _map.Pairs.Where(p => !_asked.Contains(p.Key.Value)))
        {
            Faults.Add(ReadingRules.Key, pair.Key.Spot, $"\"{pair.Key.Value}\" is not a key of {_what}.{Nearest.Hint(pair.Key.Value, _asked)}",
                $"Use one of: {string.Join(", ", _asked)}.");
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
