using System.Collections.Immutable;

namespace OverdoseBot.Scripts.Rules;

/// <summary>Lines of the protocol about words: what must stand in a text, and what must not.</summary>
internal static class ProtocolTexts
{
    private const string English = "en";
    private const string Spanish = "es";

    /// <summary>Whether a line about words holds; null: the line is about something else.</summary>
    public static bool? Holds(Library library, string[] line) => line[0] switch
    {
        // Its words are those of that language, and it asks nothing of the others.
        Spanish => library.Language != Spanish || Holds(library, line[1..], Spanish) == true,
        _ => Holds(library, line, English),
    };

    private static bool? Holds(Library library, string[] line, string language) => line[0] switch
    {
        "words" => PieceSays(library, line, language),
        "tells" => library.Asides.TryGetValue(line[1], out var aside) && Says(library, aside.Wording.Say, line[2], language),
        "unless-tells" => library.Asides.TryGetValue(line[1], out var aside) && aside.SayWhen.Any(v => v.When == line[2] && Says(library, v.Wording.Say, line[3], language)),
        _ => null,
    };

    /// <summary>Each row of a piece, in order, with what must stand in it.</summary>
    private static bool PieceSays(Library library, string[] line, string language)
    {
        if (!library.Pieces.TryGetValue(line[1], out var piece))
        {
            return false;
        }

        var rows = piece.Rows.Append(new PieceRow("else", piece.Else)).ToList();
        var expected = line[2..].Select(r => r.Split('=')).ToList();
        return rows.Select(r => r.When).SequenceEqual(expected.Select(e => e[0]), StringComparer.Ordinal)
            && rows.Zip(expected).All(r => Says(library, [r.First.Words], r.Second[1], language));
    }

    private static bool Says(Library library, ImmutableArray<string> texts, string tokens, string language)
    {
        var text = string.Join(' ', texts);
        return tokens.Split('+').Select(t => t.Replace('_', ' ')).All(t => Says(library, text, t, language));
    }

    /// <summary>Words are looked for in the language of the line only; a number and what stands in braces is the same in every language.</summary>
    private static bool Says(Library library, string text, string token, string language) =>
        token[0] == '{' || token.All(char.IsAsciiDigit) ? text.Contains(token, StringComparison.Ordinal)
        : library.Language != language || text.Contains(token.TrimStart('!'), StringComparison.OrdinalIgnoreCase) != (token[0] == '!');
}
