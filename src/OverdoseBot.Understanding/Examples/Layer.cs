using System.Numerics;
using System.Runtime.InteropServices;

namespace OverdoseBot.Understanding.Examples;

/// <summary>Rows of weights that are learned. Each remembers the squares of its steps: what is used often moves less.</summary>
internal sealed class Layer(int rows, int width)
{
    private const float Least = 1e-6f;
    private readonly float[] _weights = new float[rows * width];
    private readonly float[] _squares = new float[rows * width];
    private readonly float[] _sums = new float[rows * width];
    private int _summed;

    public int Rows { get; } = rows;

    public int Width { get; } = width;

    public Span<float> Row(int row) => _weights.AsSpan(row * Width, Width);

    /// <summary>Begins with small weights, no two alike.</summary>
    public void Scatter(ref Chance chance, float most)
    {
        for (var i = 0; i < _weights.Length; i++)
        {
            _weights[i] = most * ((2 * chance.Next()) - 1);
        }
    }

    /// <summary>Moves a row against <paramref name="much"/> of a gradient.</summary>
    public void Move(int row, ReadOnlySpan<float> gradient, float much, float step)
    {
        var weights = Vectors(Row(row));
        var squares = Vectors(_squares.AsSpan(row * Width, Width));
        var slopes = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        for (var i = 0; i < weights.Length; i++)
        {
            var slope = slopes[i] * much;
            squares[i] += slope * slope;
            weights[i] -= slope * step / (Vector.SquareRoot(squares[i]) + new Vector<float>(Least));
        }
    }

    /// <summary>Counts the weights as they are now among those to be averaged.</summary>
    public void Sum()
    {
        Add(_weights, 1, _sums);
        _summed++;
    }

    /// <summary>Puts the average of the counted weights in place of the last ones: what only the order of the examples did cancels out.</summary>
    public void Settle()
    {
        for (var i = 0; i < _weights.Length; i++)
        {
            _weights[i] = _sums[i] / Math.Max(1, _summed);
        }
    }

    public static void Add(ReadOnlySpan<float> row, float much, Span<float> to)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(row);
        var sums = Vectors(to);
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += from[i] * much;
        }
    }

    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var left = MemoryMarshal.Cast<float, Vector<float>>(one);
        var right = MemoryMarshal.Cast<float, Vector<float>>(other);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return Vector.Sum(sum);
    }

    private static Span<Vector<float>> Vectors(Span<float> floats) => MemoryMarshal.Cast<float, Vector<float>>(floats);
}
