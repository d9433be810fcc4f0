using OverdoseBot.Understanding.Feelings;

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

    public void Clear() => Count = 0;

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
        }

        Roles[Count] = Role.None;
        Used[Count] = false;
        Tokens[Count++] = token;
        return true;
    }

    public bool Is(int index, Role roles) => index >= 0 && index < Count && (Roles[index] & roles) != 0;

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
