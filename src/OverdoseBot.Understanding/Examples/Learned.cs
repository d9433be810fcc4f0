namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// What was learned from the examples: for each trait, how much it speaks for each class, in whole numbers, so that sums are the same on every
/// machine. Immutable.
/// </summary>
internal sealed class Learned
{
    /// <summary>How many units make one step of log-odds.</summary>
    public const int Unit = 32;

    // An open table at most half full: the row of each key, counted from 1; 0 is a free place.
    private readonly ulong[] _keys;
    private readonly int[] _rows;
    private readonly int[] _starts;
    private readonly byte[] _columns;
    private readonly short[] _weights;

    /// <summary>Makes the table.</summary>
    /// <param name="heads">What is weighed.</param>
    /// <param name="fingerprint">The examples it was learned from.</param>
    /// <param name="traits">Each trait by its key, with the columns it speaks about.</param>
    public Learned(Heads heads, string fingerprint, IReadOnlyList<(ulong Key, IReadOnlyList<(byte Column, short Weight)> Says)> traits)
    {
        (Heads, Fingerprint, Traits) = (heads, fingerprint, traits.Count);
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * traits.Count));
        (_keys, _rows, _starts) = (new ulong[size], new int[size], new int[traits.Count + 1]);
        (_columns, _weights) = (new byte[traits.Sum(t => t.Says.Count)], new short[traits.Sum(t => t.Says.Count)]);
        var next = 0;
        for (var i = 0; i < traits.Count; i++)
        {
            var at = Place(traits[i].Key);
            (_keys[at], _rows[at]) = (traits[i].Key, i + 1);
            foreach (var (column, weight) in traits[i].Says)
            {
                (_columns[next], _weights[next++]) = (column, weight);
            }

            _starts[i + 1] = next;
        }
    }

    public Heads Heads { get; }

    /// <summary>The examples it was learned from.</summary>
    public string Fingerprint { get; }

    /// <summary>How many traits it knows.</summary>
    public int Traits { get; }

    /// <summary>Adds what a trait says to the sums; a trait that came before in the same message adds nothing.</summary>
    public void Add(ulong key, Tally tally)
    {
        if (_rows[Place(key)] is var row && (row == 0 || !tally.IsFirst(row - 1)))
        {
            return;
        }

        for (var i = _starts[row - 1]; i < _starts[row]; i++)
        {
            tally.Sums[_columns[i]] += _weights[i];
        }
    }

    private int Place(ulong key)
    {
        var mask = _keys.Length - 1;
        var at = (int)(key >> 20) & mask;
        while (_rows[at] != 0 && _keys[at] != key)
        {
            at = (at + 1) & mask;
        }

        return at;
    }
}
