using System.Collections.Frozen;

namespace OverdoseBot.Understanding.Words;

/// <summary>
/// Forgives one slip (a letter dropped, added, changed, or two swapped) in words long enough for that to be safe. Every
/// word is filed under itself with each letter left out, so that a look-up costs no more than the word has letters.
/// </summary>
internal sealed class Slips
{
    private const int ShortestKnown = 5;
    private const int ShortestTyped = 4;
    private const int Longest = 24;

    private readonly FrozenDictionary<string, string[]> _filed;
    private readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, int[]> _entries;

    public Slips(IEnumerable<string> words, Dictionary<string, int[]> entries)
    {
        _entries = entries;
        var filed = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var word in words.Where(word => word.Length is >= ShortestKnown and <= Longest && word.All(char.IsAsciiLetter)))
        {
            for (var i = -1; i < word.Length; i++)
            {
                var key = i < 0 ? word : word.Remove(i, 1);
                if (!filed.TryGetValue(key, out var set))
                {
                    filed[key] = set = new SortedSet<string>(StringComparer.Ordinal);
                }

                set.Add(word);
            }
        }

        _filed = filed.ToFrozenDictionary(e => e.Key, e => e.Value.ToArray(), StringComparer.Ordinal);
        _lookup = _filed.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words of the nearest known word, or none.</summary>
    public int[] Find(scoped ReadOnlySpan<char> typed)
    {
        if (typed.Length is < ShortestTyped or > Longest)
        {
            return [];
        }

        Span<char> less = stackalloc char[Longest];
        for (var i = -1; i < typed.Length; i++)
        {
            scoped var key = typed;
            if (i >= 0)
            {
                typed[..i].CopyTo(less);
                typed[(i + 1)..].CopyTo(less[i..]);
                key = less[..(typed.Length - 1)];
            }

            if (_lookup.TryGetValue(key, out var words))
            {
                foreach (var word in words)
                {
                    if (IsOneSlip(typed, word))
                    {
                        return _entries[word];
                    }
                }
            }
        }

        return [];
    }

    // The first letter is rarely the wrong one, and words that differ in it are mostly other words.
    private static bool IsOneSlip(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        var start = typed.CommonPrefixLength(word);
        var a = typed[start..];
        var b = word[start..];
        if (start == 0)
        {
            return a.Length == b.Length && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);
        }

        return (a.Length - b.Length) switch
        {
            0 => a.Length > 0 && (a[1..].SequenceEqual(b[1..])
                || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]))),
            -1 => a.SequenceEqual(b[1..]),
            1 => a[1..].SequenceEqual(b),
            _ => false,
        };
    }
}
