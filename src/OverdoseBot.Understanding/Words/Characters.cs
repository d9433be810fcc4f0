namespace OverdoseBot.Understanding.Words;

/// <summary>Folds single characters: case, accents, the many shapes of quotes and the characters nobody sees.</summary>
internal static class Characters
{
    // Latin-1 Supplement and Latin Extended-A without their accents, from U+00C0; a space where no letter fits.
    private const string Folds =
        "aaaaaaaceeeeiiiidnooooo ouuuuyts" + "aaaaaaaceeeeiiiidnooooo ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
        + "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>The letter, digit or apostrophe a character counts as inside a word; otherwise NUL.</summary>
    public static char Fold(char c)
    {
        if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '\'')
        {
            return c;
        }

        if (char.IsAsciiLetterUpper(c))
        {
            return (char)(c | 0x20);
        }

        if (c < 0x80)
        {
            return c == '`' ? '\'' : '\0';
        }

        if (c is '\u2019' or '\u2018' or '\u02BC' or '\u00B4' or '\u201B' or '\u2032' or '\uFF07')
        {
            return '\'';
        }

        if (c is >= '\u00C0' and <= '\u017F')
        {
            var folded = Folds[c - 0xC0];
            return folded == ' ' ? '\0' : folded;
        }

        return c is >= '\uFF10' and <= '\uFF5A' && char.IsAsciiLetterOrDigit((char)(c - 0xFEE0))
            ? Fold((char)(c - 0xFEE0))
            : char.IsLetter(c) ? c : '\0';
    }

    /// <summary>Whether a letter of a word carries an accent.</summary>
    public static bool HasAccent(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c is >= '\u00C0' and <= '\u017F' && Fold(c) != '\0')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Characters that take no room: joiners, direction marks, variation selectors, combining accents.</summary>
    public static bool IsInvisible(char c) =>
        c is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069')
            or '\u00AD' or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F') or (>= '\u0300' and <= '\u036F');
}
