using System.Collections.Frozen;
using System.Runtime.InteropServices;

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

    private readonly FrozenDictionary<string, string[]> _filed;
    private readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, int[]> _entries;

    public Slips(IEnumerable<string> words, Dictionary<string, int[]> entries)
    {
        _entries = entries;
        var filed = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var word in words.Where(word => word.Length is >= ShortestKnown and <= Longest && word.All(char.IsAsciiLetter)))
        {
            File(filed, [word], word, word.Length >= LongKnown ? 2 : 1);
        }

        _filed = filed.ToFrozenDictionary(StringComparer.Ordinal);
        _lookup = _filed.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words of the nearest known word, or none.</summary>
    public int[] Find(scoped ReadOnlySpan<char> typed)
    {
        if (typed.Length is < ShortestTyped or > Longest)
        {
            return [];
        }

        var best = (Word: (string?)null, Slips: 3);
        Look(typed, typed, 0, typed.Length >= LongTyped ? 2 : 1, ref best);
        return best.Word is null ? [] : _entries[best.Word];
    }

    // Nearly every key is of one word, and there are a hundred thousand: those of a word share its list.
    private static void File(Dictionary<string, string[]> filed, string[] word, string key, int left)
    {
        ref var words = ref CollectionsMarshal.GetValueRefOrAddDefault(filed, key, out var isFiled);
        if (!isFiled)
        {
            words = word;
        }
        else if (Array.BinarySearch(words!, word[0], StringComparer.Ordinal) is < 0 and var at)
        {
            words = [.. words![..~at], word[0], .. words[~at..]];
        }

        for (var i = 0; left > 0 && i < key.Length; i++)
        {
            File(filed, word, key.Remove(i, 1), left - 1);
        }
    }

    private void Look(ReadOnlySpan<char> typed, scoped ReadOnlySpan<char> key, int from, int left, ref (string? Word, int Slips) best)
    {
        if (_lookup.TryGetValue(key, out var words))
        {
            foreach (var word in words)
            {
                var slips = Distance(typed, word);
                if (slips <= (word.Length >= LongKnown && typed.Length >= LongTyped ? 2 : 1) && slips < best.Slips)
                {
                    best = (word, slips);
                }
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
