using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Words;

/// <summary>The words that a book's classes and patterns are made of.</summary>
internal static class PhraseWords
{
    public static IEnumerable<string> Of(PhraseBook book)
    {
        var items = book.Classes.Values.SelectMany(items => items).SelectMany(Split);
        var patterns = book.Signals.SelectMany(signal => signal.Say.Concat(signal.Told).Concat(signal.Alone)).SelectMany(Literals);
        return items.Concat(patterns).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The words that a book of feelings is made of.</summary>
    public static IEnumerable<string> Of(FeelingBook book) => book.Words.Keys.Concat(book.Death.Keys).SelectMany(Split).Distinct(StringComparer.Ordinal);

    public static string[] Split(string phrase) => phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Literals(string pattern) =>
        Split(pattern).SelectMany(element => element.TrimEnd('?').Split('|')).Where(part => part != ".." && !part.StartsWith('<'));
}
