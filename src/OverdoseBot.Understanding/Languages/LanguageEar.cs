using System.Numerics;
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

    // The books that know a word, one bit each.
    private readonly KeyTable _knownTo = new();

    public LanguageEar(IReadOnlyList<PhraseBook> books)
    {
        for (var book = 0; book < books.Count; book++)
        {
            var (owner, known) = (1 << book, Words(books[book]));
            foreach (var word in known)
            {
                Know(word, owner);
            }

            Inflection.Of(books[book], known, (form, _, _) => Know(form, owner));
        }

        for (var book = 0; book < books.Count; book++)
        {
            foreach (var word in Loans(books[book]))
            {
                _knownTo.Set(KeyTable.Key(word), Math.Max(0, _knownTo.Find(word)) & ~(1 << book));
            }
        }
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
        if (letters is <= 1 or > LongestWord)
        {
            return -1;
        }

        var known = word[..letters].TrimEnd('\'');
        if (Only(known) is >= 0 and var owner)
        {
            return owner;
        }

        // "siii" and "ayudaaa" show what "si" and "ayuda" do.
        var once = 0;
        for (var i = 0; i < known.Length; i++)
        {
            if (i < 2 || known[i] != known[i - 1] || known[i] != known[i - 2])
            {
                known[once++] = known[i];
            }
        }

        once -= once > 1 && once < known.Length && known[once - 1] == known[once - 2] ? 1 : 0;
        return once < known.Length ? Only(known[..once]) : -1;
    }

    // The one book that knows a word, or -1.
    private int Only(ReadOnlySpan<char> word) => _knownTo.Find(word) is > 0 and var books && BitOperations.IsPow2(books) ? BitOperations.Log2((uint)books) : -1;

    // A single letter shows nothing, and neither does what no message is cut into.
    private void Know(ReadOnlySpan<char> word, int owner)
    {
        if (word.Length > 1 && IsOfLetters(word))
        {
            var key = KeyTable.Key(word);
            _knownTo.Set(key, Math.Max(0, _knownTo.Find(key)) | owner);
        }
    }

    private static bool IsOfLetters(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c) && c != '\'')
            {
                return false;
            }
        }

        return true;
    }

    private static HashSet<string> Words(PhraseBook book) =>
        [.. PhraseWords.Of(book), .. PhraseWords.Of(book.Feelings), .. book.Ordinary, .. book.Numbers.Keys, .. book.Spellings.Keys, .. book.Spellings.Values.SelectMany(PhraseWords.Split)];

    private static IEnumerable<string> Loans(PhraseBook book) =>
        book.Classes.TryGetValue("loan", out var loans) ? loans.SelectMany(PhraseWords.Split) : [];
}
