using System.Globalization;
using System.Text;

namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// What was learned from the examples: for each trait, how much it speaks for each class, in whole numbers, so that sums are the same on every
/// machine. Immutable.
/// </summary>
internal sealed class Learned
{
    /// <summary>How many units make one step of log-odds.</summary>
    public const int Unit = 32;

    private readonly Dictionary<string, int> _rows;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _find;
    private readonly short[] _weights;

    private Learned(Heads heads, string fingerprint, int[] bounds, Dictionary<string, int> rows, short[] weights)
    {
        Bounds = bounds;
        (Heads, Fingerprint, _rows, _weights) = (heads, fingerprint, rows, weights);
        _find = rows.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Heads Heads { get; }

    /// <summary>The examples it was learned from.</summary>
    public string Fingerprint { get; }

    /// <summary>For each column the chance, in thousandths, below which good news is not believed.</summary>
    public IReadOnlyList<int> Bounds { get; private init; }

    /// <summary>How many traits it knows.</summary>
    public int Traits => _rows.Count;

    /// <summary>Sums up, for each column, what the traits of a message say.</summary>
    /// <param name="text">The message.</param>
    /// <param name="dialog">Where it was written.</param>
    /// <param name="step">Where it was written.</param>
    /// <param name="sums">One a column; overwritten.</param>
    public void Sum(string text, string dialog, string step, int[] sums)
    {
        Array.Clear(sums);
        var adder = new Adder(this, sums);
        Examples.Traits.Of(text, dialog, step, ref adder);
    }

    public static Learned Of(Heads heads, string fingerprint, IEnumerable<(string Trait, short[] Weights)> traits)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        var weights = new List<short>();
        foreach (var (trait, row) in traits)
        {
            rows.Add(trait, rows.Count);
            weights.AddRange(row);
        }

        return new Learned(heads, fingerprint, new int[heads.Columns], rows, [.. weights]);
    }

    /// <summary>The same with bounds.</summary>
    public Learned With(int[] bounds) => new(Heads, Fingerprint, bounds, _rows, _weights);

    /// <summary>Writes it as lines of text: the heads, then one trait a line with the columns that it speaks about.</summary>
    public void Write(TextWriter to)
    {
        to.Write($"learned {Fingerprint}\n");
        foreach (var head in Heads.All)
        {
            to.Write($"head {head.Name} {string.Join(' ', head.Classes)}\n");
        }

        to.Write($"bounds {string.Join(' ', Bounds)}\n");
        var line = new StringBuilder();
        foreach (var (trait, row) in _rows.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            line.Clear().Append(trait);
            for (var column = 0; column < Heads.Columns; column++)
            {
                if (_weights[row * Heads.Columns + column] is not 0 and var weight)
                {
                    line.Append(CultureInfo.InvariantCulture, $"\t{column} {weight}");
                }
            }

            to.Write(line.Append('\n'));
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is not that.</exception>
    public static Learned Read(TextReader from)
    {
        var fingerprint = from.ReadLine() is { } first && first.StartsWith("learned ", StringComparison.Ordinal) ? first[8..] : throw Broken(1);
        var heads = new List<(string, IEnumerable<string>)>();
        var (number, line) = (1, from.ReadLine());
        for (; line is not null && line.StartsWith("head ", StringComparison.Ordinal); line = from.ReadLine(), number++)
        {
            var words = line.Split(' ');
            heads.Add((words[1], words[2..]));
        }

        var all = new Heads(heads);
        var bounds = line?.Split(' ') is ["bounds", .. var numbers] && numbers.Length == all.Columns
            ? numbers.Select(n => int.TryParse(n, CultureInfo.InvariantCulture, out var bound) ? bound : throw Broken(number)).ToArray()
            : throw Broken(number);
        line = from.ReadLine();
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        var weights = new List<short>();
        for (; line is not null; line = from.ReadLine(), number++)
        {
            Row(line, rows, weights, all.Columns, number);
        }

        return new Learned(all, fingerprint, bounds, rows, [.. weights]);
    }

    private static void Row(string line, Dictionary<string, int> rows, List<short> weights, int columns, int number)
    {
        var end = line.IndexOf('\t', StringComparison.Ordinal);
        if (end < 0 || !rows.TryAdd(line[..end], rows.Count))
        {
            throw Broken(number);
        }

        Span<short> row = stackalloc short[columns];
        foreach (var cell in line.AsSpan(end + 1).Split('\t'))
        {
            var pair = line.AsSpan(end + 1)[cell];
            var gap = pair.IndexOf(' ');
            if (gap < 0 || !int.TryParse(pair[..gap], CultureInfo.InvariantCulture, out var column) || (uint)column >= (uint)columns
                || !short.TryParse(pair[(gap + 1)..], CultureInfo.InvariantCulture, out row[column]))
            {
                throw Broken(number);
            }
        }

        weights.AddRange(row);
    }

    private static FormatException Broken(int line) => new($"line {line} is not what the verb learn writes.");

    private void Add(ReadOnlySpan<char> trait, int[] sums)
    {
        if (!_find.TryGetValue(trait, out var row))
        {
            return;
        }

        var weights = _weights.AsSpan(row * sums.Length, sums.Length);
        for (var i = 0; i < weights.Length; i++)
        {
            sums[i] += weights[i];
        }
    }

    private readonly struct Adder(Learned learned, int[] sums) : ITraitTaker
    {
        public void Take(ReadOnlySpan<char> trait) => learned.Add(trait, sums);
    }
}
