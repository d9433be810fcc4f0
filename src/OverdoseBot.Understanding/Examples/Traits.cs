using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Examples;

/// <summary>Takes the traits of a message, one by one.</summary>
internal interface ITraitTaker
{
    /// <summary>Takes one; the span lives only as long as the call.</summary>
    void Take(ReadOnlySpan<char> trait);
}

/// <summary>
/// What the second reader sees of a message: its words, their beginnings, neighbouring pairs, words behind a denial, and the step. Plain and
/// cheap on purpose: it shares nothing with the grammar, so that both rarely err alike.
/// </summary>
internal static class Traits
{
    private const int MostWords = 120;
    private const int LongestWord = 24;
    private const int Beginning = 4;
    private const int LongBeginning = 6;

    private static readonly HashSet<string> s_denials = new(StringComparer.Ordinal)
    {
        "no", "not", "dont", "doesnt", "didnt", "isnt", "aint", "wont", "cant", "cannot", "never", "wasnt", "arent", "hasnt", "havent", "nothing", "nobody", "without", "nope",
        "ni", "nunca", "sin", "tampoco", "nada", "nadie", "jamas",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_denial = s_denials.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Gives the traits of a message to a taker. A trait may come more than once.</summary>
    public static void Of<TTaker>(string text, string dialog, string step, ref TTaker taker)
        where TTaker : struct, ITraitTaker
    {
        Span<char> name = stackalloc char[2 * LongestWord + 8];
        Span<char> before = stackalloc char[LongestWord];
        Span<char> word = stackalloc char[LongestWord];
        var (beforeLength, words, denied, asked, at) = (0, 0, false, false, 0);
        while (words < MostWords && Next(text, ref at, word, out var length, out var stop, out var asks))
        {
            asked |= asks;
            denied &= !stop;
            if (length == 0)
            {
                continue;
            }

            ReadOnlySpan<char> current = word[..length];
            ReadOnlySpan<char> previous = before[..beforeLength];
            Take(ref taker, name, 'w', current, default);
            Take(ref taker, name, 'p', Head(previous, Beginning), Head(current, Beginning));
            if (length > Beginning)
            {
                Take(ref taker, name, 'a', Head(current, Beginning), default);
            }

            if (length > LongBeginning)
            {
                Take(ref taker, name, 'l', Head(current, LongBeginning), default);
            }

            Take(ref taker, name, 'b', previous, current);
            if (denied)
            {
                Take(ref taker, name, 'n', Head(current, Beginning + 1), default);
            }

            denied |= s_denial.Contains(current);
            current.CopyTo(before);
            beforeLength = length;
            words++;
        }

        if (asked)
        {
            Take(ref taker, name, 'q', default, default);
        }

        Take(ref taker, name, 'k', default, default);
        if (words == 1)
        {
            Take(ref taker, name, 'o', Head(step, LongestWord), before[..beforeLength]);
        }

        Take(ref taker, name, 's', Head(dialog, LongestWord), Head(step, LongestWord));
    }

    private static void Take<TTaker>(ref TTaker taker, Span<char> name, char kind, ReadOnlySpan<char> one, ReadOnlySpan<char> other)
        where TTaker : struct, ITraitTaker
    {
        name[0] = kind;
        name[1] = ':';
        one.CopyTo(name[2..]);
        name[one.Length + 2] = ' ';
        other.CopyTo(name[(one.Length + 3)..]);
        taker.Take(name[..(other.IsEmpty && kind is not ('b' or 'p') ? one.Length + 2 : one.Length + 3 + other.Length)]);
    }

    private static ReadOnlySpan<char> Head(ReadOnlySpan<char> word, int most) => word.Length <= most ? word : word[..most];

    // The next word folded, without apostrophes; a stretched letter counts twice at most, and any number is one word.
    private static bool Next(string text, ref int at, Span<char> word, out int length, out bool stop, out bool asks)
    {
        (length, stop, asks) = (0, false, false);
        if (at >= text.Length)
        {
            return false;
        }

        if (char.IsAsciiDigit(text[at]))
        {
            for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
            {
            }

            word[length++] = '#';
            return true;
        }

        for (; at < text.Length && Characters.Fold(text[at]) is not '\0' and var letter && !char.IsAsciiDigit(letter); at++)
        {
            var stretched = length > 1 && word[length - 1] == letter && word[length - 2] == letter;
            if (letter != '\'' && !stretched && length < word.Length)
            {
                word[length++] = letter;
            }
        }

        if (length > 0 || at >= text.Length)
        {
            return length > 0;
        }

        var mark = text[at++];
        asks = mark is '?' or '¿';
        stop = mark is '.' or ',' or '!' or ';' || asks;
        if (char.IsHighSurrogate(mark) && at < text.Length)
        {
            (word[0], word[1], length) = (mark, text[at++], 2);
        }

        return true;
    }
}
