using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts;

/// <summary>Puts the pieces of <c>everywhere.yaml</c> into wording, and mends the spaces that an empty one leaves.</summary>
public static partial class Pieces
{
    /// <summary>The text with its pieces as they are now.</summary>
    /// <param name="text">Wording; holes that are no pieces stay.</param>
    /// <param name="library">Whose pieces.</param>
    /// <param name="knows">Which facts and marks are known.</param>
    public static string Fill(string text, Library library, Func<string, bool> knows)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(library);
        return Fill(text, library, piece => piece.Words(knows));
    }

    /// <summary>Every text that it can be; pieces speak about one person, so one fact holds for all of them.</summary>
    internal static IEnumerable<string> AllOf(string text, Library library)
    {
        var facts = In(text, library).SelectMany(p => p.Rows.Select(r => r.When)).Distinct().Prepend("").ToList();
        return facts.Select(fact => Fill(text, library, piece => piece.Words(f => f == fact))).Distinct();
    }

    /// <summary>The text with the longest words of each piece.</summary>
    internal static string Longest(string text, Library library) => Fill(text, library, piece => piece.All.MaxBy(w => w.Length)!);

    internal static IEnumerable<Piece> In(string text, Library library) =>
        Hole().Matches(text).Select(m => library.Pieces.GetValueOrDefault(m.Groups[1].Value)).Where(p => p is not null).Select(p => p!);

    private static string Fill(string text, Library library, Func<Piece, string> words)
    {
        if (library.Pieces.Count == 0 || !text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        var filled = Hole().Replace(text, hole => library.Pieces.TryGetValue(hole.Groups[1].Value, out var piece) ? words(piece) : hole.Value);
        return Gap().Replace(filled, "$1").Trim();
    }

    [GeneratedRegex(@"\{([a-z0-9-]+)\}")]
    private static partial Regex Hole();

    // An empty piece leaves two spaces, or one before a full stop.
    [GeneratedRegex(@" +( |[.,;:?!])")]
    private static partial Regex Gap();
}
