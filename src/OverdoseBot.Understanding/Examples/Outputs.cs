using System.Numerics;

namespace OverdoseBot.Understanding.Examples;

/// <summary>What the hidden units say of each class: log-odds a unit, and what stands without any.</summary>
internal sealed class Outputs
{
    private readonly float[] _weights;
    private readonly int _width;

    /// <summary>Takes the weights.</summary>
    /// <param name="rows">A row of log-odds, one a class, for each hidden unit; the last row stands without any.</param>
    public Outputs(IReadOnlyList<float[]> rows)
    {
        Rows = rows;
        _width = Width(rows[0].Length);
        _weights = new float[rows.Count * _width];
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].CopyTo(_weights, i * _width);
        }
    }

    public IReadOnlyList<float[]> Rows { get; }

    /// <summary>So many numbers that whole vectors hold a row.</summary>
    public static int Width(int columns) => (columns + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    /// <summary>What the units say together of some columns, and of those that share their vectors.</summary>
    /// <param name="sums">One a hidden unit.</param>
    /// <param name="scores">Takes the log-odds; as long as <see cref="Width"/> says.</param>
    /// <param name="from">The first column.</param>
    /// <param name="to">Behind the last one.</param>
    public void Say(ReadOnlySpan<int> sums, Span<float> scores, int from, int to)
    {
        Span<(int Row, float Sum)> passed = stackalloc (int, float)[Learned.Units];
        var count = 0;
        for (var unit = 0; unit < sums.Length; unit++)
        {
            passed[count] = (unit * _width, sums[unit]);
            count += Learned.Passes(unit, sums[unit]) ? 1 : 0;
        }

        var units = passed[..count];
        from = from / Vector<float>.Count * Vector<float>.Count;
        for (; from + Vector<float>.Count < to; from += 2 * Vector<float>.Count)
        {
            // Two at a time: the sum of one does not wait for that of the other.
            var (one, other) = (At(Learned.Units * _width, from), At(Learned.Units * _width, from + Vector<float>.Count));
            foreach (var (row, sum) in units)
            {
                one += At(row, from) * sum;
                other += At(row, from + Vector<float>.Count) * sum;
            }

            one.CopyTo(scores[from..]);
            other.CopyTo(scores[(from + Vector<float>.Count)..]);
        }

        if (from < to)
        {
            var one = At(Learned.Units * _width, from);
            foreach (var (row, sum) in units)
            {
                one += At(row, from) * sum;
            }

            one.CopyTo(scores[from..]);
        }
    }

    private Vector<float> At(int row, int column) => new(_weights, row + column);
}
