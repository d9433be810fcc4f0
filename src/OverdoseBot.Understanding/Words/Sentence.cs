using System.Runtime.InteropServices;
using OverdoseBot.Understanding.Feelings;
using OverdoseBot.Understanding.Grammar;

namespace OverdoseBot.Understanding.Words;

/// <summary>The words of one message and the room to work on them; kept by a thread and used again.</summary>
internal sealed class Sentence
{
    /// <summary>No message has more words than this; those past it are left out.</summary>
    public const int MaxTokens = 4096;

    public Token[] Tokens { get; private set; } = new Token[64];

    /// <summary>The roles of the longest phrase that starts at each word; none inside a longer phrase.</summary>
    public Role[] Roles { get; private set; } = new Role[64];

    /// <summary>Whether a matched pattern uses the word up.</summary>
    public bool[] Used { get; private set; } = new bool[64];

    /// <summary>What each word tells of a feeling.</summary>
    public FeltWord[] Felt { get; private set; } = new FeltWord[64];

    public int Count { get; private set; }

    // The phrases of all words, one word behind the other, and where those of each word begin and end.
    private readonly List<Phrase> _phrases = new(64);
    private (int From, int To)[] _phrasesAt = new (int, int)[64];

    public void Clear()
    {
        Count = 0;
        _phrases.Clear();
    }

    /// <summary>The phrases of classes that start at a word and end before a gap, shorter ones first.</summary>
    public ReadOnlySpan<Phrase> Phrases(int at)
    {
        var (from, to) = _phrasesAt[at];
        return CollectionsMarshal.AsSpan(_phrases)[from..to];
    }

    /// <summary>Notes a phrase. All of one word come one after the other.</summary>
    public void AddPhrase(int at, in Phrase phrase)
    {
        ref var place = ref _phrasesAt[at];
        place.From = place.To == 0 ? _phrases.Count : place.From;
        _phrases.Add(phrase);
        place.To = _phrases.Count;
    }

    public bool Add(in Token token)
    {
        if (Count == Tokens.Length)
        {
            if (Count == MaxTokens)
            {
                return false;
            }

            Tokens = Grown(Tokens);
            Roles = Grown(Roles);
            Used = Grown(Used);
            Felt = Grown(Felt);
            _phrasesAt = Grown(_phrasesAt);
        }

        Roles[Count] = Role.None;
        Used[Count] = false;
        _phrasesAt[Count] = default;
        Tokens[Count++] = token;
        return true;
    }

    public bool Is(int index, Role roles) => index >= 0 && index < Count && (Roles[index] & roles) != 0;

    /// <summary>Whether a word from one place up to another has one of these roles.</summary>
    public bool HasAny(int from, int to, Role roles)
    {
        for (var i = from; i < to; i++)
        {
            if (Is(i, roles))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the word or phrase just before has one of these roles.</summary>
    public bool Follows(int index, Role roles)
    {
        for (index--; Is(index, Role.Inside); index--)
        {
        }

        return Is(index, roles);
    }

    private static T[] Grown<T>(T[] array)
    {
        Array.Resize(ref array, array.Length * 2);
        return array;
    }
}
