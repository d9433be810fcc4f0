using OverdoseBot.Journal.Sealing;

namespace OverdoseBot.Journal;

/// <summary>The keys that seal what conversations hold before it reaches the store. Never printed: nothing of a key can be had back from here.</summary>
public sealed class JournalKeys
{
    /// <summary>The length of a key in bytes; all of them random.</summary>
    public const int Size = 32;

    /// <summary>No keys: content is kept as it is, and nothing sealed can be read.</summary>
    public static JournalKeys None { get; } = new(null, []);

    /// <summary>Keys for one journal.</summary>
    /// <param name="current">Seals all that is written; null: content is kept as it is.</param>
    /// <param name="old">Open what other keys sealed, while keys are changed.</param>
    /// <exception cref="ArgumentException">A key has not <see cref="Size"/> bytes.</exception>
    public JournalKeys(byte[]? current, IEnumerable<byte[]> old)
    {
        Current = current is null ? null : new SealKey(current);
        All = [.. old.Select(key => new SealKey(key))];
        All = Current is null ? All : [Current, .. All];
    }

    internal SealKey? Current { get; }

    internal IReadOnlyList<SealKey> All { get; }
}
