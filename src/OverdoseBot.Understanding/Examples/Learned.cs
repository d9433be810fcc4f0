using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    /// <summary>So many rows cannot overflow sums of 16 bits.</summary>
    private const int Few = 255;

    private readonly TraitRows _rows;

    /// <summary>Takes what was learned.</summary>
    /// <param name="heads">What is weighed.</param>
    /// <param name="fingerprint">The examples it was learned from.</param>
    /// <param name="outputs">What the units say.</param>
    /// <param name="rows">What each trait adds to each unit.</param>
    public Learned(Heads heads, string fingerprint, Outputs outputs, TraitRows rows) => (Heads, Fingerprint, Outputs, _rows) = (heads, fingerprint, outputs, rows);

    public Heads Heads { get; }

    /// <summary>The examples it was learned from.</summary>
    public string Fingerprint { get; }

    /// <summary>What the hidden units say of every class.</summary>
    public Outputs Outputs { get; }

    /// <summary>How many traits it knows.</summary>
    public int Traits => _rows.Count;

    /// <summary>The row of a trait, counted from 1; 0: nothing was learned of it.</summary>
    public int Row(ulong key) => _rows.Row(key);

    /// <summary>Adds what the traits of some rows say to the sums.</summary>
    public void Add(ReadOnlySpan<int> rows, Span<int> sums)
    {
        for (; rows.Length > Few; rows = rows[Few..])
        {
            AddFew(rows[..Few], sums);
        }

        AddFew(rows, sums);
    }

    /// <summary>Whether a unit passes its sum on.</summary>
    public static bool Passes(int unit, float sum) => unit < Straight || sum > 0;

    private void AddFew(ReadOnlySpan<int> rows, Span<int> sums)
    {
        var (first, second, third, fourth) = (Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero);
        foreach (var row in rows)
        {
            var marks = _rows[row];
            var (low, high) = (Vector256.Create(marks), Vector256.Create(marks[Vector256<sbyte>.Count..]));
            first += Vector256.WidenLower(low);
            second += Vector256.WidenUpper(low);
            third += Vector256.WidenLower(high);
            fourth += Vector256.WidenUpper(high);
        }

        var all = MemoryMarshal.Cast<int, Vector256<int>>(sums);
        (all[0], all[1]) = (all[0] + Vector256.WidenLower(first), all[1] + Vector256.WidenUpper(first));
        (all[2], all[3]) = (all[2] + Vector256.WidenLower(second), all[3] + Vector256.WidenUpper(second));
        (all[4], all[5]) = (all[4] + Vector256.WidenLower(third), all[5] + Vector256.WidenUpper(third));
        (all[6], all[7]) = (all[6] + Vector256.WidenLower(fourth), all[7] + Vector256.WidenUpper(fourth));
    }
}
