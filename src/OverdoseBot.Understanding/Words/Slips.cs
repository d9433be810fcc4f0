namespace OverdoseBot.Understanding.Words;

/// <summary>
/// Forgives one slip (a letter dropped, added, changed, or two swapped) in words long enough for that to be safe, and two
/// in long ones. Words are filed under themselves with letters left out, so that a look-up needs no list to walk.
/// </summary>
internal sealed class Slips
{
    private const int ShortestKnown = 5;
    private const int ShortestTyped = 4;
    private const int LongKnown = 9;
    private const int LongTyped = 8;
    private const int Longest = 20;
    private const int CardsAWord = 24;

    // Each key leads to its first card; a card has a word and the next card of that key, or -1.
    private readonly KeyTable _first;
    private readonly List<(int Word, int Next)> _cards;
    private readonly string[] _words;

    public Slips(IEnumerable<string> words)
    {
        _words = [.. words.Where(word => word.Length is >= ShortestKnown and <= Longest && word.All(char.IsAsciiLetter)).Order(StringComparer.Ordinal)];
        (_first, _cards) = (new KeyTable(CardsAWord * _words.Length), new(CardsAWord * _words.Length));
        // The last comes to lie behind: of two words as near, the first is found.
        for (var word = _words.Length - 1; word >= 0; word--)
        {
            File(word, _words[word], _words[word].Length >= LongKnown ? 2 : 1);
        }
    }

    /// <summary>The nearest known word, or null.</summary>
    public string? Find(scoped ReadOnlySpan<char> typed)
    {
        if (typed.Length is < ShortestTyped or > Longest)
        {
            return null;
        }

        var best = (Word: (string?)null, Slips: 3);
        Look(typed, typed, 0, typed.Length >= LongTyped ? 2 : 1, ref best);
        return best.Word;
    }

    private void File(int word, scoped ReadOnlySpan<char> letters, int left)
    {
        var key = KeyTable.Key(letters);
        var next = _first.Find(key);
        if (next < 0 || _cards[next].Word != word)
        {
            _first.Set(key, _cards.Count);
            _cards.Add((word, next));
        }

        Span<char> less = stackalloc char[Longest];
        for (var i = 0; left > 0 && i < letters.Length; i++)
        {
            letters[..i].CopyTo(less);
            letters[(i + 1)..].CopyTo(less[i..]);
            File(word, less[..(letters.Length - 1)], left - 1);
        }
    }

    private void Look(ReadOnlySpan<char> typed, scoped ReadOnlySpan<char> key, int from, int left, ref (string? Word, int Slips) best)
    {
        for (var card = _first.Find(key); card >= 0; card = _cards[card].Next)
        {
            var word = _words[_cards[card].Word];
            var slips = Distance(typed, word);
            if (slips <= (word.Length >= LongKnown && typed.Length >= LongTyped ? 2 : 1) && slips < best.Slips)
            {
                best = (word, slips);
            }
        }

        if (left == 0)
        {
            return;
        }

        Span<char> less = stackalloc char[Longest];
        for (var i = from; i < key.Length; i++)
        {
            key[..i].CopyTo(less);
            key[(i + 1)..].CopyTo(less[i..]);
            Look(typed, less[..(key.Length - 1)], i, left - 1, ref best);
        }
    }

    // Letters added, dropped, changed, or swapped with their neighbour. The first letter is rarely the wrong one, and words
    // that differ in it are mostly other words: then only a swap counts.
    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 2 || (a[0] != b[0] && !(a[0] == b[1] && a[1] == b[0])))
        {
            return int.MaxValue;
        }

        const int Row = Longest + 1;
        Span<int> rows = stackalloc int[3 * Row];
        var two = rows[..Row];
        var one = rows.Slice(Row, Row);
        var now = rows[(2 * Row)..];
        for (var j = 0; j <= b.Length; j++)
        {
            one[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(one[j], now[j - 1]) + 1, one[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    now[j] = Math.Min(now[j], two[j - 2] + 1);
                }
            }

            var spare = two;
            two = one;
            one = now;
            now = spare;
        }

        return one[b.Length];
    }
}
