using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Words;

/// <summary>
/// The other forms of known words, by the endings of the book: "lentito" and "lentisimo" are "lento", and what is written
/// as one with a verb is taken apart ("darselo" is "dar se lo"). Made once, so that reading costs nothing.
/// </summary>
internal static class Inflection
{
    private const int ShortestStem = 2;
    private const string Added = "+";

    /// <summary>Each form, the known word it is of, and the words attached to that.</summary>
    public static IEnumerable<(string Form, string Word, string[] Attached)> Of(PhraseBook book, IEnumerable<string> known)
    {
        foreach (var word in known.Where(word => word.Length > ShortestStem))
        {
            foreach (var (ending, instead) in book.Endings)
            {
                foreach (var end in instead.Select(end => end == Added ? "" : end).Where(end => word.EndsWith(end, StringComparison.Ordinal) && word.Length - end.Length >= ShortestStem))
                {
                    yield return (word[..^end.Length] + ending, word, []);
                }
            }

            foreach (var (_, after) in book.Attached.Where(attached => word.EndsWith(attached.Key, StringComparison.Ordinal) && word.Length > attached.Key.Length))
            {
                foreach (var words in after.Select(PhraseWords.Split))
                {
                    yield return (word + string.Concat(words), word, words);
                }
            }
        }
    }
}
