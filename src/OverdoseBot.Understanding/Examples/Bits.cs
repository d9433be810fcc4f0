using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Examples;

/// <summary>The words, classes and manners of one phrase book as parts of traits, hashed once.</summary>
internal sealed class Bits
{
    private const int HeadLength = 4;

    private static readonly (Manner Any, char Letter)[] s_manners =
    [
        (Manner.Asked | Manner.Wondered | Manner.Marked, 'q'), (Manner.Hypothetical, 'h'), (Manner.Hedged | Manner.Unsure, 'm'), (Manner.Past, 'p'), (Manner.Over, 'o'),
        (Manner.OfWriter, 'w'), (Manner.Presumed, 'y'),
    ];

    private readonly ulong[] _words;
    private readonly ulong[] _heads;
    private readonly string[] _texts;
    private readonly ulong[] _classes;
    private readonly bool[] _says;
    private readonly bool[] _denies;
    private readonly ulong[] _mannerHashes;
    private readonly string[] _mannerNames;

    public Bits(Vocabulary words, ClassIndex classes)
    {
        _texts = [.. words.Words];
        _words = [.. _texts.Select(w => TraitKey.Of(w))];
        _heads = [.. _texts.Select(w => TraitKey.Of(Head(w)))];
        ClassNames = [.. classes.Names];
        _classes = [.. ClassNames.Select(c => TraitKey.Of(c))];
        _says = [.. ClassNames.Select(c => c is not ("filler" or "det" or "aux"))];
        _denies = [.. ClassNames.Select(c => (RoleNames.Of(c) & (Role.Not | Role.NoneOf | Role.NoMore | Role.Stop)) != 0)];
        _mannerNames = [.. Enumerable.Range(0, 1 << s_manners.Length).Select(NameOf)];
        _mannerHashes = [.. _mannerNames.Select(m => TraitKey.Of(m))];
    }

    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>A word as the vocabulary spells it, else as it was typed, folded.</summary>
    public (ulong Word, ulong Head) Word(string text, in Token token, PartNames? names)
    {
        if (token.Word >= 0)
        {
            names?.Note(_words[token.Word], _texts[token.Word]);
            names?.Note(_heads[token.Word], Head(_texts[token.Word]));
            return (_words[token.Word], _heads[token.Word]);
        }

        Span<char> letters = stackalloc char[24];
        var length = 0;
        foreach (var letter in text.AsSpan(token.Start, token.Length))
        {
            if (length < letters.Length && Characters.Fold(letter) is not ('\0' or '\'') and var folded)
            {
                letters[length++] = token.Number >= 0 ? '#' : folded;
            }
        }

        ReadOnlySpan<char> word = token.Number >= 0 ? "#" : length == 0 ? "?" : letters[..length];
        var (whole, head) = (TraitKey.Of(word), TraitKey.Of(Head(word)));
        names?.Note(whole, word);
        names?.Note(head, Head(word));
        return (whole, head);
    }

    public ulong Class(int id, PartNames? names)
    {
        names?.Note(_classes[id], ClassNames[id]);
        return _classes[id];
    }

    /// <summary>Whether a class says more than that the grammar needs a word here.</summary>
    public bool Says(int id) => _says[id];

    public bool Denies(int id) => _denies[id];

    /// <summary>How a clause was said, in letters; <c>-</c>: plainly.</summary>
    public ulong How(Manner manner, PartNames? names)
    {
        var at = 0;
        for (var i = 0; i < s_manners.Length; i++)
        {
            at |= (manner & s_manners[i].Any) != 0 ? 1 << i : 0;
        }

        names?.Note(_mannerHashes[at], _mannerNames[at]);
        return _mannerHashes[at];
    }

    private static string NameOf(int at) =>
        at == 0 ? "-" : string.Concat(s_manners.Where((_, i) => (at & (1 << i)) != 0).Select(m => m.Letter));

    private static ReadOnlySpan<char> Head(ReadOnlySpan<char> word) => word.Length <= HeadLength ? word : word[..HeadLength];
}
