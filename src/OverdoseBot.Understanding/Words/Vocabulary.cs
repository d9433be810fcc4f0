using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Words;

/// <summary>Every word the book knows, what other spellings stand for, and how slips are forgiven.</summary>
internal sealed class Vocabulary
{
    private const int MaxWord = 32;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly KeyTable _places = new();
    private readonly List<int[]> _entries = [];
    private readonly Slips _slips;
    private readonly int[] _numbers;
    private readonly int[] _is;

    public Vocabulary(PhraseBook book)
    {
        var entries = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var forgivable = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in PhraseWords.Of(book))
        {
            entries.TryAdd(word, [Add(word)]);
            forgivable.Add(word);
        }

        // Feelings are not forgiven slips: "cares" is not "scares", and a wrong feeling costs more than a missed one.
        foreach (var word in book.Ordinary.Concat(book.Numbers.Keys).Concat(PhraseWords.Of(book.Feelings)))
        {
            entries.TryAdd(word, [Add(word)]);
        }

        foreach (var (spelling, words) in book.Spellings)
        {
            entries[spelling] = [.. words.Split(' ').Select(Add)];
            forgivable.Add(spelling);
        }

        foreach (var word in _ids.Keys.Where(word => !entries.ContainsKey(word)).ToArray())
        {
            entries[word] = [Add(word)];
        }

        foreach (var (word, entry) in entries)
        {
            Enter(KeyTable.Key(word), entry);
        }

        Inflection.Of(book, entries.Keys, (form, word, attached) =>
        {
            int[] added = [.. attached.Select(Add)];
            if (KeyTable.Key(form) is var key && _places.Find(key) < 0)
            {
                Enter(key, added.Length == 0 ? entries[word] : [.. entries[word], .. added]);
            }
        });
        Knows("is", out _is);
        _numbers = new int[_ids.Count];
        Array.Fill(_numbers, -1);
        foreach (var (word, number) in book.Numbers)
        {
            _numbers[_ids[word]] = number;
        }

        _slips = new Slips(forgivable);
    }

    /// <summary>How many words there are.</summary>
    public int Count => _ids.Count;

    /// <summary>Every word, in the order of the ids.</summary>
    public IEnumerable<string> Words => _ids.OrderBy(word => word.Value).Select(word => word.Key);

    /// <summary>The id of a word that the book itself uses.</summary>
    public int Id(string word) => _ids[word];

    /// <summary>The value of a number word, or -1.</summary>
    public int Number(int word) => word < 0 ? -1 : _numbers[word];

    /// <summary>The words a token stands for; empty when it is none that is known.</summary>
    public int[] Find(scoped ReadOnlySpan<char> token, out bool andIs)
    {
        andIs = false;
        if (Knows(token, out var entry))
        {
            return entry;
        }

        if (token.Length > MaxWord)
        {
            return [];
        }

        Span<char> plain = stackalloc char[MaxWord];
        var length = token.Length;
        token.CopyTo(plain);
        if (token.Contains('\''))
        {
            length = WithoutApostrophes(token, plain);
            if (Knows(plain[..length], out entry))
            {
                return entry;
            }

            if (token.EndsWith("'s") && Knows(token[..^2], out entry))
            {
                andIs = true;
                return entry;
            }
        }

        return Squeezed(plain[..length]);
    }

    /// <summary>The word "is", which an apostrophe and s may stand for.</summary>
    public ReadOnlySpan<int> Is => _is;

    private static int WithoutApostrophes(ReadOnlySpan<char> token, Span<char> plain)
    {
        var length = 0;
        foreach (var c in token)
        {
            if (c != '\'')
            {
                plain[length++] = c;
            }
        }

        return length;
    }

    // "heeelp" may be "heelp" or "help"; "nooo" is "no" and "sooon" is "soon".
    private int[] Squeezed(scoped ReadOnlySpan<char> word)
    {
        Span<char> twice = stackalloc char[MaxWord];
        Span<char> once = stackalloc char[MaxWord];
        var two = Squeeze(word, twice, 2);
        var one = Squeeze(word, once, 1);
        if (two < word.Length && Knows(twice[..two], out var entry))
        {
            return entry;
        }

        if (one < word.Length && Knows(once[..one], out entry))
        {
            return entry;
        }

        var slip = _slips.Find(twice[..two]) ?? (one < two ? _slips.Find(once[..one]) : null);
        return slip is not null && Knows(slip, out entry) ? entry : [];
    }

    private static int Squeeze(ReadOnlySpan<char> word, Span<char> into, int most)
    {
        var (length, run) = (0, 0);
        for (var i = 0; i < word.Length; i++)
        {
            run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
            if (run <= most)
            {
                into[length++] = word[i];
            }
        }

        return length;
    }

    private bool Knows(scoped ReadOnlySpan<char> word, out int[] entry)
    {
        var at = _places.Find(word);
        entry = at < 0 ? [] : _entries[at];
        return at >= 0;
    }

    private void Enter(ulong key, int[] entry)
    {
        _places.Set(key, _entries.Count);
        _entries.Add(entry);
    }

    private int Add(string word)
    {
        if (!_ids.TryGetValue(word, out var id))
        {
            id = _ids.Count;
            _ids.Add(word, id);
        }

        return id;
    }
}
