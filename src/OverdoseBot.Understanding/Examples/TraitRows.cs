using System.Runtime.InteropServices;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// What each trait adds to the hidden units: a row of bytes a trait, counted from 1; row 0 adds nothing. A row is as long as a line of a processor's
/// cache, and begins with one: a trait costs one read of far memory, not two.
/// </summary>
internal sealed class TraitRows
{
    private const int Line = 64;
    private readonly KeyTable _rows;
    private readonly sbyte[] _marks;
    private readonly int _first;

    /// <summary>Makes room.</summary>
    /// <param name="most">How many traits there are at most.</param>
    public TraitRows(int most)
    {
        _rows = new KeyTable(most);
        _marks = GC.AllocateArray<sbyte>(((most + 1) * Learned.Units) + Line, pinned: true);
        _first = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_marks, 0) & (Line - 1));
    }

    /// <summary>How many traits there are.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a trait, and gives its row to be written; of two with one key, the later one is found.</summary>
    public Span<sbyte> Add(ulong key)
    {
        var row = _rows.Find(key) is >= 0 and var found ? found : Count;
        _rows.Set(key, row);
        return _marks.AsSpan(At(row + 1), Learned.Units);
    }

    /// <summary>The row of a trait; 0: nothing was learned of it.</summary>
    public int Row(ulong key) => _rows.Find(key) + 1;

    /// <summary>What a row adds.</summary>
    public ReadOnlySpan<sbyte> this[int row] => _marks.AsSpan(At(row), Learned.Units);

    private int At(int row) => _first + (row * Learned.Units);
}
