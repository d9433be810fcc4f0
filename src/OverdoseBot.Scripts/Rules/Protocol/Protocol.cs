using System.Collections.Immutable;
using System.Reflection;

namespace OverdoseBot.Scripts.Rules;

/// <summary>What the protocol says of one state.</summary>
/// <param name="Moves">Where a message with one fact leads, in the words of <see cref="ProtocolWords.Of(Move)"/>; "silence" too.</param>
/// <param name="Lines">What else must hold, by its first words: what is shown, remembered, said by the clock.</param>
internal sealed record ProtocolState(Dictionary<string, string> Moves, Dictionary<string, string> Lines);

/// <summary>The lay protocol as data (<c>protocol.txt</c>): the clinical reference in a form that a rule can read.</summary>
internal sealed class Protocol
{
    private readonly Dictionary<string, Dictionary<string, string>> _edges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProtocolState> _states = new(StringComparer.Ordinal);
    private readonly List<string> _shared = [];

    private Protocol(string text)
    {
        Action<string> take = line => throw new FormatException($"\"{line}\" stands under nothing.");
        foreach (var line in text.Split('\n').Select(l => l.Split('#')[0].TrimEnd()).Where(l => l.Length > 0))
        {
            if (line[0] == ' ')
            {
                take(line.Trim());
                continue;
            }

            var words = line.Split(' ');
            take = words[0] switch
            {
                "dialog" => Edges(words[1..]),
                "state" => ByState(words[1..]),
                _ => _shared.Add,
            };
        }
    }

    /// <summary>Read once; it is part of the program.</summary>
    public static Protocol Lay { get; } = new(Text());

    /// <summary>The state that every response has and no smaller library of an example: where it stands, the protocol holds.</summary>
    private static readonly Place Wake = new("respond", "wake");

    public IReadOnlyDictionary<string, ProtocolState> States => _states;

    public ImmutableArray<string> Shared => [.. _shared];

    public static bool HoldsFor(Library library) => library.Find(Wake) is not null;

    /// <summary>Where a fact leads at a state, or null when the protocol does not know it there.</summary>
    public string? Move(Place at, string fact) =>
        _states[at.ToString()].Moves.GetValueOrDefault(fact) ?? _edges.GetValueOrDefault(at.Dialog)?.GetValueOrDefault(fact);

    /// <summary>The same where other facts stand: what holds while one of them does comes first.</summary>
    public string? Move(Place at, string fact, Func<string, bool> stands) =>
        _states[at.ToString()].Lines.Where(l => l.Key.StartsWith("while ", StringComparison.Ordinal) && stands(l.Key[6..]))
            .SelectMany(l => l.Value.Split(' ')).Select(a => a.Split('=')).FirstOrDefault(a => a[0] == fact)?[1].Replace('+', ' ') ?? Move(at, fact);

    /// <summary>All facts that the protocol knows at a state.</summary>
    public IEnumerable<string> Facts(Place at) =>
        _states[at.ToString()].Moves.Keys.Concat(_edges.GetValueOrDefault(at.Dialog)?.Keys ?? Enumerable.Empty<string>()).Distinct(StringComparer.Ordinal);

    private Action<string> Edges(string[] dialogs)
    {
        var edges = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var dialog in dialogs)
        {
            _edges[dialog] = edges;
        }

        return line => Add(edges, line, dialogs[0]);
    }

    private Action<string> ByState(string[] places) => line =>
    {
        foreach (var place in places)
        {
            if (!_states.TryGetValue(place, out var state))
            {
                _states[place] = state = new([], []);
            }

            var dialog = Place.Parse(place).Dialog;
            if (line.Contains(" > ", StringComparison.Ordinal))
            {
                Add(state.Moves, line, dialog);
            }
            else
            {
                var (key, value) = ProtocolWords.Split(line);
                state.Lines[key] = value;
            }
        }
    };

    private static void Add(Dictionary<string, string> moves, string line, string dialog)
    {
        var (facts, move) = line.Split(" > ") switch { [var f, var m] => (f, m), _ => throw new FormatException(line) };
        foreach (var fact in facts.Split(", "))
        {
            moves[fact] = ProtocolWords.Whole(move, dialog);
        }
    }

    private static string Text()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("protocol.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
