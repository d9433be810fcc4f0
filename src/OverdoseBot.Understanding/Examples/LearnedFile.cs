using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

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
    private const int LongestName = 512;

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
    public static Learned Read(ReadOnlySpan<byte> file)
    {
        var number = 1;
        var fingerprint = Next(ref file, First) ?? throw Broken(number);
        var (heads, units) = (new List<(string, IEnumerable<string>)>(), new List<float[]>());
        for (number++; Next(ref file, HeadLine) is { } line; number++)
        {
            var words = line.Split(' ');
            heads.Add((words[0], words[1..]));
        }

        var all = new Heads(heads);
        for (; Next(ref file, UnitLine) is { } line; number++)
        {
            units.Add(Unit(line, all.Columns, number));
        }

        if (units.Count != Learned.Units + 1)
        {
            throw Broken(number);
        }

        // Megabytes: each line is read where it lies.
        var rows = new TraitRows(file.Count((byte)'\n'));
        for (; !file.IsEmpty; number++)
        {
            Trait(Line(ref file), rows, number);
        }

        return new Learned(all, fingerprint, new Outputs(units), rows);
    }

    // The rest of a line that begins so; null, and the line stays: it begins in another way.
    private static string? Next(ref ReadOnlySpan<byte> file, string beginning) => Encoding.UTF8.GetString(file[..Math.Min(file.Length, beginning.Length)]) == beginning
        ? Encoding.UTF8.GetString(Line(ref file)[beginning.Length..])
        : null;

    // A line that has no end is no line that was written.
    private static ReadOnlySpan<byte> Line(ref ReadOnlySpan<byte> file)
    {
        var end = file.IndexOf((byte)'\n');
        var line = file[..Math.Max(0, end)];
        file = end < 0 ? [] : file[(end + 1)..];
        return line;
    }

    private static float[] Unit(string line, int columns, int number)
    {
        var row = line.Split(' ').Select(cell => float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && float.IsFinite(weight) ? weight : throw Broken(number)).ToArray();
        return row.Length == columns ? row : throw Broken(number);
    }

    private static void Trait(ReadOnlySpan<byte> line, TraitRows rows, int number)
    {
        var end = line.IndexOf((byte)'\t');
        Span<char> name = stackalloc char[LongestName];
        Span<sbyte> marks = stackalloc sbyte[Learned.Units];
        if (end is < 1 or > LongestName
            || Base64.DecodeFromUtf8(line[(end + 1)..], MemoryMarshal.AsBytes(marks), out var read, out var bytes) != OperationStatus.Done
            || read != line.Length - end - 1 || bytes != marks.Length)
        {
            throw Broken(number);
        }

        marks.CopyTo(rows.Add(TraitKey.OfName(name[..Encoding.UTF8.GetChars(line[..end], name)])));
    }

    private static FormatException Broken(int line) => new($"learned.txt: line {line} is not what the verb learn writes.");
}
