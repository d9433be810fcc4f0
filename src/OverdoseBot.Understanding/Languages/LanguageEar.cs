using System.Collections.Frozen;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Languages;

/// <summary>
/// Tells by its words which language a message is in. A word shows a language when only its book knows it; a loan word
/// of a book shows the other languages. Short words show less, single letters nothing.
/// </summary>
internal sealed class LanguageEar
{
    private const int LongWord = 4;
    private const int LongestWord = 32;

    // By how much another language must lead before a message counts as written in it; less where no word is of the current one.
    private const int Lead = 2;

    private readonly FrozenDictionary<string, int> _owners;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public LanguageEar(IReadOnlyList<PhraseBook> books)
    {
        var known = books.Select(Words).ToList();
        var loans = books.Select(book => Loans(book)).ToList();
        var owners = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in known.SelectMany(words => words).Distinct(StringComparer.Ordinal))
        {
            var at = Enumerable.Range(0, books.Count).Where(i => known[i].Contains(word) && !loans[i].Contains(word)).ToList();
            if (at.Count == 1 && word.Length > 1 && word.All(c => char.IsLetter(c) || c == '\''))
            {
                owners[word] = at[0];
            }
        }

        _owners = owners.ToFrozenDictionary(StringComparer.Ordinal);
        _lookup = _owners.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The language of a message, as the number of its book; <paramref name="weights"/> is how much shows each.
    /// <paramref name="read"/> is the book to read it with, where the other leads by too little to change the language.</summary>
    public int Hear(ReadOnlySpan<char> text, int current, Span<int> weights, out int read)
    {
        weights.Clear();
        for (var i = 0; i < text.Length;)
        {
            var owner = Owner(text, i, out var length, out var letters);
            if (owner >= 0)
            {
                weights[owner] += letters >= LongWord || Characters.HasAccent(text.Slice(i, length)) ? 2 : 1;
            }

            i += length;
        }

        var lead = weights[current] == 0 ? 1 : Lead;
        read = current;
        for (var i = 0; i < weights.Length; i++)
        {
            read = weights[i] > weights[read] ? i : read;
        }

        return weights[read] - weights[current] >= lead ? read : current;
    }

    /// <summary>The book that alone knows the word at a place, or -1.</summary>
    public int OwnerAt(ReadOnlySpan<char> text, int at) => Owner(text, at, out _, out _);

    private int Owner(ReadOnlySpan<char> text, int at, out int length, out int letters)
    {
        Span<char> word = stackalloc char[LongestWord];
        letters = 0;
        for (length = 0; at + length < text.Length; length++)
        {
            var folded = Characters.Fold(text[at + length]);
            if (folded == '\0' && Characters.IsInvisible(text[at + length]))
            {
                continue;
            }

            if (folded == '\0')
            {
                break;
            }

            if (letters < LongestWord)
            {
                word[letters] = folded;
            }

            letters++;
        }

        length = Math.Max(1, length);
        return letters is > 1 and <= LongestWord && _lookup.TryGetValue(word[..letters].TrimEnd('\''), out var owner) ? owner : -1;
    }

    private static HashSet<string> Words(PhraseBook book)
    {
        string[] known = [.. PhraseWords.Of(book), .. PhraseWords.Of(book.Feelings), .. book.Ordinary, .. book.Numbers.Keys, .. book.Spellings.Keys, .. book.Spellings.Values.SelectMany(PhraseWords.Split)];
        return [.. known, .. Inflection.Of(book, known).Select(other => other.Form)];
    }

    private static HashSet<string> Loans(PhraseBook book) =>
        book.Classes.TryGetValue("loan", out var loans) ? [.. loans.SelectMany(PhraseWords.Split)] : [];
}
