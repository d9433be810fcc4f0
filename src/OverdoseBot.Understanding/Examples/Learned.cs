using System.Numerics;
using System.Runtime.InteropServices;

namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// What was learned from the examples: a small neural network with one hidden layer. Each trait adds a row of whole numbers to the hidden units, so that
/// their sums are the same on every machine; then each unit speaks for or against each class. Immutable.
/// </summary>
internal sealed class Learned
{
    /// <summary>How many hidden units there are: a multiple of every machine's vectors.</summary>
    public const int Units = 64;

    /// <summary>So many of them pass their sum on as it is; the others only a sum above nothing.</summary>
    private const int Straight = 32;

    // An open table at most half full: the row of each key, counted from 1; 0 is a free place.
    private readonly ulong[] _keys;
    private readonly int[] _rows;
    private readonly sbyte[] _marks;

    /// <summary>Makes the table.</summary>
    /// <param name="heads">What is weighed.</param>
    /// <param name="fingerprint">The examples it was learned from.</param>
    /// <param name="outputs">What the units say.</param>
    /// <param name="traits">Each trait by its key, with what it adds to each unit.</param>
    public Learned(Heads heads, string fingerprint, Outputs outputs, IReadOnlyList<(ulong Key, sbyte[] Marks)> traits)
    {
        (Heads, Fingerprint, Outputs, Traits) = (heads, fingerprint, outputs, traits.Count);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * traits.Count));
        (_keys, _rows, _marks) = (new ulong[size], new int[size], new sbyte[traits.Count * Units]);
        for (var i = 0; i < traits.Count; i++)
        {
            var at = Place(traits[i].Key);
            (_keys[at], _rows[at]) = (traits[i].Key, i + 1);
            traits[i].Marks.CopyTo(_marks, i * Units);
        }
    }

    public Heads Heads { get; }

    /// <summary>The examples it was learned from.</summary>
    public string Fingerprint { get; }

    /// <summary>What the hidden units say of every class.</summary>
    public Outputs Outputs { get; }

    /// <summary>How many traits it knows.</summary>
    public int Traits { get; }

    /// <summary>Adds what a trait says to the sums; a trait that came before in the same message adds nothing.</summary>
    public void Add(ulong key, Tally tally)
    {
        if (_rows[Place(key)] is var row && (row == 0 || !tally.IsFirst(row - 1)))
        {
            return;
        }

        var marks = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(_marks.AsSpan((row - 1) * Units, Units));
        var sums = MemoryMarshal.Cast<int, Vector<int>>(tally.Sums.AsSpan());
        for (var i = 0; i < marks.Length; i++)
        {
            Vector.Widen(marks[i], out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            sums[4 * i] += first;
            sums[(4 * i) + 1] += second;
            sums[(4 * i) + 2] += third;
            sums[(4 * i) + 3] += fourth;
        }
    }

    /// <summary>Whether a unit passes its sum on.</summary>
    public static bool Passes(int unit, float sum) => unit < Straight || sum > 0;

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
