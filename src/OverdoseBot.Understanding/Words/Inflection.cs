using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Words;

/// <summary>
/// The other forms of known words, by the endings of the book: "lentito" and "lentisimo" are "lento", and what is written
/// as one with a verb is taken apart ("darselo" is "dar se lo"). Made once, so that reading costs nothing.
/// </summary>
internal static class Inflection
{
    private const int ShortestStem = 2;
    private const int Longest = 64;
    private const string Added = "+";

    /// <summary>Takes a form, the known word it is of, and the words attached to that.</summary>
    public delegate void Taker(ReadOnlySpan<char> form, string word, string[] attached);

    /// <summary>Gives each form to a taker, in an order of its own that is always the same.</summary>
    public static void Of(PhraseBook book, IEnumerable<string> known, Taker take)
    {
        (string Ending, string End)[] endings = [.. book.Endings.SelectMany(e => e.Value, (e, end) => (e.Key, end == Added ? "" : end))];
        (string End, string[] Words, string Joined)[] attached =
            [.. book.Attached.SelectMany(a => a.Value.Select(PhraseWords.Split), (a, words) => (a.Key, words, string.Concat(words)))];
        Span<char> form = stackalloc char[Longest];
        foreach (var word in known.Where(word => word.Length > ShortestStem))
        {
            foreach (var (ending, end) in endings)
            {
                if (word.EndsWith(end, StringComparison.Ordinal) && word.Length - end.Length >= ShortestStem)
                {
                    take(Join(word.AsSpan(0, word.Length - end.Length), ending, form), word, []);
                }
            }

            foreach (var (end, words, joined) in attached)
            {
                if (word.EndsWith(end, StringComparison.Ordinal) && word.Length > end.Length)
                {
                    take(Join(word, joined, form), word, words);
                }
            }
        }
    }

    private static ReadOnlySpan<char> Join(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending, Span<char> into)
    {
        if (stem.Length + ending.Length > into.Length)
        {
            return string.Concat(stem, ending);
        }

        stem.CopyTo(into);
        ending.CopyTo(into[stem.Length..]);
        return into[..(stem.Length + ending.Length)];
    }
}
