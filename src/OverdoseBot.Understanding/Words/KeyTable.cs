using System.Numerics;

namespace OverdoseBot.Understanding.Words;

/// <summary>
/// Numbers by 64-bit keys, in one flat table that is at most half full. A key that is a word's hash stands for the word: no text is kept,
/// and none is built to look one up.
/// </summary>
/// <param name="expected">About how many keys there will be; it grows where there are more.</param>
internal sealed class KeyTable(int expected = 0)
{
    private const int Fewest = 16;
    private const ulong Spread = 0x9E3779B97F4A7C15;

    // 0 is a free place, so that values count from 1 inside.
    private (ulong Key, int Value)[] _places = new (ulong, int)[BitOperations.RoundUpToPowerOf2((uint)Math.Max(Fewest, 2 * expected))];

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The value of a key; -1: it has none.</summary>
    public int Find(ulong key) => _places[Place(key)].Value - 1;

    /// <summary>The value of a word; -1: it has none.</summary>
    public int Find(ReadOnlySpan<char> word) => Find(Key(word));

    /// <summary>Gives a key a value (0 or more), in place of the one it may have.</summary>
    public void Set(ulong key, int value)
    {
        var at = Place(key);
        if (_places[at].Value == 0 && 2 * ++Count > _places.Length)
        {
            Grow();
            at = Place(key);
        }

        _places[at] = (key, value + 1);
    }

    /// <summary>The key of a word.</summary>
    public static ulong Key(ReadOnlySpan<char> word) => Examples.TraitKey.Of(word);

    private void Grow()
    {
        var before = _places;
        _places = new (ulong, int)[2 * before.Length];
        foreach (var place in before)
        {
            if (place.Value != 0)
            {
                _places[Place(place.Key)] = place;
            }
        }
    }

    private int Place(ulong key)
    {
        var mask = _places.Length - 1;
        var at = (int)(key * Spread >> 20) & mask;
        while (_places[at] is var (found, value) && found != key && value != 0)
        {
            at = (at + 1) & mask;
        }

        return at;
    }
}
