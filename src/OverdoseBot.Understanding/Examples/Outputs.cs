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

    /// <summary>What the units say together.</summary>
    /// <param name="sums">One a hidden unit.</param>
    /// <param name="scores">Takes the log-odds; as long as <see cref="Width"/> says.</param>
    public void Say(ReadOnlySpan<int> sums, Span<float> scores)
    {
        Row(Learned.Units).CopyTo(scores);
        for (var unit = 0; unit < sums.Length; unit++)
        {
            if (Learned.Passes(unit, sums[unit]))
            {
                Layer.Add(Row(unit), sums[unit], scores);
            }
        }
    }

    private ReadOnlySpan<float> Row(int unit) => _weights.AsSpan(unit * _width, _width);
}
