namespace OverdoseBot.Scripts.Rules;

/// <summary>How the protocol writes moves and times.</summary>
internal static class ProtocolWords
{
    private static readonly string[] Plain = ["stay", "rest", "end", "back", "do"];

    /// <summary>A move of a script as the protocol writes it.</summary>
    public static string Of(Move move)
    {
        var to = move.Kind switch
        {
            MoveKind.Step => $"{move.To}",
            MoveKind.Do => $"do {move.To} {move.Then}",
            var kind => kind.ToString().ToLowerInvariant(),
        };
        return move.Tell is { } tell ? $"{(move.Offers ? '?' : '!')}{tell} {to}" : to;
    }

    /// <summary>A move of the protocol with the dialog of each step.</summary>
    public static string Whole(string move, string dialog) => string.Join(' ', move.Split(' ').Select(word =>
        word[0] is '!' or '?' || word.Contains('/', StringComparison.Ordinal) || Plain.Contains(word) ? word : $"{dialog}/{word}"));

    /// <summary>A line's key and value: <c>when device</c> or <c>while choking</c> and what holds then, else the first word and the rest.</summary>
    public static (string Key, string Value) Split(string line)
    {
        var words = line.Split(' ');
        var key = words[0] is "when" or "while" ? 2 : 1;
        return (string.Join(' ', words[..key]), string.Join(' ', words[key..]));
    }

    public static string Time(TimeSpan time) => time.TotalSeconds % 60 == 0 ? $"{(int)time.TotalMinutes}m" : $"{(int)time.TotalSeconds}s";

    /// <summary>A word and names behind it, or nothing.</summary>
    public static string? Names(string word, IEnumerable<string> names) => string.Join(' ', names) is { Length: > 0 } joined ? $"{word} {joined}" : null;
}
