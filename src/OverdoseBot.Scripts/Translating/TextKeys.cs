using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Scripts.Translating;

/// <summary>Which values of a script are words for a person, and so are written anew in each language.</summary>
internal static class TextKeys
{
    /// <summary>The key under which a translated step or aside carries the fingerprint of the English it was made from.</summary>
    public const string Stamp = "of";

    private static readonly HashSet<string> Words = new(
        [
            "say", "sms", "brief", "plain", "how", "lead", "web", "full", "reminder", "reach", "reply-list", "one", "two", "more", "name", "law", "who", "cost",
            "hours", "goes", "emergency", "first", "text", "credit", "dose", "next", "site", "note", "storage", "life", "marker",
        ],
        StringComparer.Ordinal);

    // The web form serves where there is no other.
    private static readonly HashSet<string> Forms = new(["sms", "brief", "plain"], StringComparer.Ordinal);

    /// <summary>Keys of a file that say what it is; a translation has its own.</summary>
    public static readonly HashSet<string> Own = new(["dialog", "language", "reviewed"], StringComparer.Ordinal);

    /// <summary>A step, aside, goal or scenario: it carries a stamp of its own, so that a change names just what must be looked at again.</summary>
    public static bool IsUnit(string path) => path.Split('/') is ["steps" or "asides" or "goals" or "scenarios", _];

    /// <summary>Keys that a translation may add or leave out.</summary>
    public static bool IsForm(string path) => Forms.Contains(Key(path));

    /// <summary>True when the value at a path, such as <c>steps/wake/say</c>, is words.</summary>
    public static bool IsText(string path, Node value)
    {
        if (value is not (ScalarNode { IsNull: false } or ListNode { Items: [ScalarNode, ..] }) || IsNumber(value))
        {
            return false;
        }

        var keys = path.Split('/');
        return keys switch
        {
            ["pieces", _, not Stamp] => true,
            [.., "silence", "web" or "sms"] => false,              // how long it is, in seconds
            ["always" or "first", ..] or ["steps", _, "answers" or "first", ..] => false,   // what is heard and where it leads
            [.., "choices", _] => true,
            _ => Words.Contains(keys[^1]),
        };
    }

    /// <summary>True when words stand at the path or anywhere below.</summary>
    public static bool HasText(string path, Node value) => IsText(path, value) || value switch
    {
        MapNode map => map.Pairs.Any(p => HasText($"{path}/{p.Key.Value}", p.Value)),
        ListNode list => list.Items.OfType<MapNode>().Any(m => HasText(path, m)),
        _ => false,
    };

    private static string Key(string path) => path[(path.LastIndexOf('/') + 1)..];

    // A number is dialled as it stands, in every language.
    private static bool IsNumber(Node value) => value is ScalarNode { Value: { Length: > 0 } text } && text.All(c => char.IsAsciiDigit(c) || c is '-' or ' ' or '+');
}
