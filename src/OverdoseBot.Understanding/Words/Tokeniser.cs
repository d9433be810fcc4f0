using System.Collections.Frozen;
using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Words;

/// <summary>Cuts a message into words that the vocabulary knows, in one pass over its characters.</summary>
internal sealed class Tokeniser
{
    private const int MaxText = 4000;
    private const int LongestWord = 64;
    private const char OpeningMark = '\u00BF';

    private readonly Vocabulary _words;
    private readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _accented;
    private readonly FrozenDictionary<string, int[]> _symbols;
    private readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public Tokeniser(Vocabulary words, PhraseBook book)
    {
        _words = words;
        _accented = book.Accented.ToFrozenDictionary(a => a.Key, a => Ids(words, a.Value), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _symbols = book.Symbols.ToFrozenDictionary(s => s.Key, s => Ids(words, s.Value), StringComparer.Ordinal);
        _lookup = _symbols.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Fills the sentence. A longer text than 4,000 characters keeps its head and its tail.</summary>
    public void Read(ReadOnlySpan<char> text, Sentence into)
    {
        into.Clear();
        if (text.Length <= MaxText)
        {
            Read(text, 0, into, Gap.Strong);
        }
        else
        {
            Read(text[..(MaxText / 2)], 0, into, Gap.Strong);
            Read(text[^(MaxText / 2)..], text.Length - (MaxText / 2), into, Gap.Strong);
        }
    }

    private void Read(ReadOnlySpan<char> text, int offset, Sentence into, Gap gap)
    {
        var symbolBefore = -1;
        var opened = false;
        for (var i = 0; i < text.Length;)
        {
            if (Characters.Fold(text[i]) is var first && first != '\0' && first != '\'')
            {
                i += Word(text[i..], offset + i, into, ref gap);
                symbolBefore = -1;
                continue;
            }

            var width = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
            if (_lookup.TryGetValue(text.Slice(i, width), out var symbol))
            {
                if (symbol.Length > 0 && symbol[0] != symbolBefore)
                {
                    symbolBefore = symbol[0];
                    gap = Max(gap, Gap.Soft);
                    Add(symbol, offset + i, width, into, ref gap);
                    gap = Gap.Soft;
                }
            }
            else if (text[i] is '?' or '\u061F' or '\uFF1F')
            {
                Ask(into);
                opened = false;
                gap = Gap.Strong;
            }
            else
            {
                var here = GapOf(text, i);
                gap = Max(gap, here);
                if (opened && here == Gap.Strong)
                {
                    Ask(into);
                }

                opened = text[i] == OpeningMark || (opened && here != Gap.Strong);
            }

            i += width;
        }

        // A question that was opened and never closed.
        if (opened)
        {
            Ask(into);
        }
    }

    private static void Ask(Sentence into)
    {
        if (into.Count > 0)
        {
            into.Tokens[into.Count - 1].Asked = true;
        }
    }

    private int Word(ReadOnlySpan<char> text, int at, Sentence into, ref Gap gap)
    {
        Span<char> word = stackalloc char[LongestWord];
        var (length, i) = (0, 0);
        var digits = char.IsAsciiDigit(Characters.Fold(text[0]));
        for (; i < text.Length; i++)
        {
            var c = Characters.Fold(text[i]);
            if (c == '\0' && Characters.IsInvisible(text[i]))
            {
                continue;
            }

            if (c == '\0' || (c != '\'' && char.IsAsciiDigit(c) != digits))
            {
                break;
            }

            if (length < LongestWord)
            {
                word[length++] = c;
            }
        }

        var token = word[..length].TrimEnd('\'');
        var andIs = false;
        var accented = Characters.HasAccent(text[..i]);
        if (!accented || !_accented.TryGetValue(token, out var ids))
        {
            ids = _words.Find(token, out andIs);
        }

        if (ids.Length == 0)
        {
            into.Add(new Token { Word = -1, Number = digits ? Value(token) : -1, Start = at, Length = i, Before = gap });
            gap = Gap.None;
        }
        else
        {
            Add(ids, at, i, into, ref gap, digits ? Value(token) : -1);
        }

        if (into.Count > 0)
        {
            into.Tokens[into.Count - 1].Accented = accented;
        }

        if (andIs)
        {
            Add(_words.Is, at, i, into, ref gap);
        }

        return i;
    }

    private void Add(ReadOnlySpan<int> ids, int at, int length, Sentence into, ref Gap gap, int number = -1)
    {
        foreach (var id in ids)
        {
            into.Add(new Token { Word = id, Number = number >= 0 ? number : _words.Number(id), Start = at, Length = length, Before = gap });
            gap = Gap.None;
        }
    }

    private static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = char.IsAsciiDigit(digit) && value < 100_000 ? (value * 10) + digit - '0' : value;
        }

        return value;
    }

    private static Gap GapOf(ReadOnlySpan<char> text, int i) => text[i] switch
    {
        '.' when i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]) => Gap.None,
        '.' or '!' or OpeningMark or '\n' or '\r' or '\u2026' => Gap.Strong,
        ',' or ';' or ':' or '(' or ')' or '\u2014' or '\u2013' => Gap.Soft,
        '-' when i > 0 && text[i - 1] == ' ' => Gap.Soft,
        _ => Gap.None,
    };

    private static Gap Max(Gap a, Gap b) => a > b ? a : b;

    private static int[] Ids(Vocabulary words, string phrase)
    {
        var ids = new List<int>();
        foreach (var word in PhraseWords.Split(phrase))
        {
            ids.AddRange(words.Find(word, out _).ToArray());
        }

        return [.. ids];
    }
}
