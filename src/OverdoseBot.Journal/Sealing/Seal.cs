namespace OverdoseBot.Journal.Sealing;

/// <summary>Seals and opens for one store: <see cref="Box"/> does it for one conversation.</summary>
internal sealed class Seal(JournalKeys keys)
{
    private static readonly byte[] _nothing = [];

    /// <summary>Whether what is written is sealed.</summary>
    public bool Closes => keys.Current is not null;

    /// <summary>What a value under the current key begins with; empty: there is no current key.</summary>
    public byte[] Header => keys.Current?.Header ?? _nothing;

    /// <summary>For the values of one conversation, one thread at a time.</summary>
    public Box Of(string conversation) => new(keys, conversation);
}
