using System.Globalization;
using System.Runtime.InteropServices;

namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// What was learned, as lines of text: the examples' fingerprint; the heads; what each hidden unit says of each class, in log-odds, and what stands without
/// any; then one trait a line, with a byte for each unit in base 64.
/// </summary>
internal static class LearnedFile
{
    private const string First = "learned ";
    private const string HeadLine = "head ";
    private const string UnitLine = "unit ";

    /// <summary>Writes what was learned, with traits by their names.</summary>
    public static void Write(TextWriter to, Heads heads, string fingerprint, Outputs outputs, IEnumerable<(string Name, sbyte[] Marks)> traits)
    {
        to.Write($"{First}{fingerprint}\n");
        foreach (var head in heads.All)
        {
            to.Write($"{HeadLine}{head.Name} {string.Join(' ', head.Classes)}\n");
        }

        foreach (var row in outputs.Rows)
        {
            to.Write($"{UnitLine}{string.Join(' ', row.Select(w => w.ToString("G6", CultureInfo.InvariantCulture)))}\n");
        }

        foreach (var (name, marks) in traits.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            to.Write($"{name}\t{Convert.ToBase64String(MemoryMarshal.AsBytes<sbyte>(marks))}\n");
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is not that; the message says where.</exception>
    public static Learned Read(TextReader from)
    {
        var fingerprint = from.ReadLine() is { } first && first.StartsWith(First, StringComparison.Ordinal) ? first[First.Length..] : throw Broken(1);
        var (heads, units, traits) = (new List<(string, IEnumerable<string>)>(), new List<float[]>(), new List<(ulong, sbyte[])>());
        var (number, line) = (2, from.ReadLine());
        for (; line is not null && line.StartsWith(HeadLine, StringComparison.Ordinal); line = from.ReadLine(), number++)
        {
            var words = line.Split(' ');
            heads.Add((words[1], words[2..]));
        }

        var all = new Heads(heads);
        for (; line is not null && line.StartsWith(UnitLine, StringComparison.Ordinal); line = from.ReadLine(), number++)
        {
            units.Add(Unit(line[UnitLine.Length..], all.Columns, number));
        }

        if (units.Count != Learned.Units + 1)
        {
            throw Broken(number);
        }

        for (; line is not null; line = from.ReadLine(), number++)
        {
            traits.Add(Trait(line, number));
        }

        return new Learned(all, fingerprint, new Outputs(units), traits);
    }

    private static float[] Unit(string line, int columns, int number)
    {
        var row = line.Split(' ').Select(cell => float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && float.IsFinite(weight) ? weight : throw Broken(number)).ToArray();
        return row.Length == columns ? row : throw Broken(number);
    }

    private static (ulong Key, sbyte[] Marks) Trait(string line, int number)
    {
        var (end, marks) = (line.IndexOf('\t', StringComparison.Ordinal), new sbyte[Learned.Units]);
        return end >= 1 && Convert.TryFromBase64Chars(line.AsSpan(end + 1), MemoryMarshal.AsBytes(marks.AsSpan()), out var bytes) && bytes == marks.Length
            ? (TraitKey.OfName(line.AsSpan(0, end)), marks)
            : throw Broken(number);
    }

    private static FormatException Broken(int line) => new($"learned.txt: line {line} is not what the verb learn writes.");
}
