namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// Rounds what traits add to the hidden units to whole numbers that a byte holds. How much one of them is differs from unit to unit, and goes into what
/// that unit says.
/// </summary>
internal static class Rounded
{
    /// <summary>The largest number is so many times the root of the mean square; the few beyond are cut.</summary>
    private const double Widest = 8;

    public static (Outputs Outputs, IReadOnlyList<sbyte[]> Marks) Of(Layer into, Layer from, int columns)
    {
        var marks = Enumerable.Range(0, into.Rows).Select(_ => new sbyte[Learned.Units]).ToArray();
        var rows = Enumerable.Range(0, Learned.Units + 1).Select(unit => from.Row(unit)[..columns].ToArray()).ToArray();
        for (var unit = 0; unit < Learned.Units; unit++)
        {
            var square = 0d;
            for (var i = 0; i < marks.Length; i++)
            {
                square += Math.Pow(into.Row(i)[unit], 2);
            }

            var one = (float)(Widest * Math.Sqrt(square / marks.Length) / sbyte.MaxValue);
            for (var i = 0; i < marks.Length; i++)
            {
                marks[i][unit] = (sbyte)Math.Clamp(Math.Round(into.Row(i)[unit] / one), -sbyte.MaxValue, sbyte.MaxValue);
            }

            for (var c = 0; c < columns; c++)
            {
                rows[unit][c] *= one;
            }
        }

        return (new Outputs(rows), marks);
    }
}
