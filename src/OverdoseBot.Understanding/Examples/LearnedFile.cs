using System.Globalization;
using System.Text;

namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// What was learned, as lines of text: the examples' fingerprint, the heads, then one trait a line with each column that it speaks about and
/// how much, in parts of 1/32 of log-odds.
/// </summary>
internal static class LearnedFile
{
    private const string First = "learned ";
    private const string HeadLine = "head ";

    /// <summary>Writes traits by their names.</summary>
    public static void Write(TextWriter to, Heads heads, string fingerprint, IEnumerable<(string Name, IReadOnlyList<(byte Column, short Weight)> Says)> traits)
    {
        to.Write($"{First}{fingerprint}\n");
        foreach (var head in heads.All)
        {
            to.Write($"{HeadLine}{head.Name} {string.Join(' ', head.Classes)}\n");
        }

        var line = new StringBuilder();
        foreach (var (name, says) in traits.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            line.Clear().Append(name);
            foreach (var (column, weight) in says)
            {
                line.Append(CultureInfo.InvariantCulture, $"\t{column} {weight}");
            }

            to.Write(line.Append('\n'));
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is not that; the message says where.</exception>
    public static Learned Read(TextReader from)
    {
        var fingerprint = from.ReadLine() is { } first && first.StartsWith(First, StringComparison.Ordinal) ? first[First.Length..] : throw Broken(1);
        var heads = new List<(string, IEnumerable<string>)>();
        var (number, line) = (2, from.ReadLine());
        for (; line is not null && line.StartsWith(HeadLine, StringComparison.Ordinal); line = from.ReadLine(), number++)
        {
            var words = line.Split(' ');
            heads.Add((words[1], words[2..]));
        }

        var all = new Heads(heads);
        var traits = new List<(ulong, IReadOnlyList<(byte, short)>)>();
        for (; line is not null; line = from.ReadLine(), number++)
        {
            traits.Add(Trait(line, all.Columns, number));
        }

        return new Learned(all, fingerprint, traits);
    }

    private static (ulong Key, IReadOnlyList<(byte Column, short Weight)> Says) Trait(string line, int columns, int number)
    {
        var end = line.IndexOf('\t', StringComparison.Ordinal);
        if (end < 1)
        {
            throw Broken(number);
        }

        var says = new List<(byte, short)>();
        foreach (var cell in line.AsSpan(end + 1).Split('\t'))
        {
            var pair = line.AsSpan(end + 1)[cell];
            var gap = pair.IndexOf(' ');
            if (gap < 0 || !byte.TryParse(pair[..gap], CultureInfo.InvariantCulture, out var column) || column >= columns
                || !short.TryParse(pair[(gap + 1)..], CultureInfo.InvariantCulture, out var weight))
            {
                throw Broken(number);
            }

            says.Add((column, weight));
        }

        return (TraitKey.OfName(line.AsSpan(0, end)), says);
    }

    private static FormatException Broken(int line) => new($"learned.txt: line {line} is not what the verb learn writes.");
}
