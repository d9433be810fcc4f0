using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// The labelled messages of <c>dialogs/examples</c>: files of lines with tabs, <c>at, text, answer, facts, intent</c> and, in newer ones,
/// <c>distress, language</c>; the first line names the columns. What means the same at every step that asks something has <c>*</c> for its step.
/// </summary>
internal static class ExampleFiles
{
    private const int FewestColumns = 5;
    private const int AllColumns = 7;
    private const string Anywhere = "*";
    private const int Part = 1 << 16;

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="at">A step by its name; null: there is no such step.</param>
    /// <exception cref="FormatException">A line cannot be read; the message says which and why.</exception>
    public static IReadOnlyList<Example> Read(string folder, Func<string, Asked?> at)
    {
        var (examples, anywhere) = (new List<Example>(), new List<(string[] Cells, string Where)>());
        foreach (var file in Files(folder))
        {
            var number = 1;
            foreach (var line in File.ReadLines(file).Skip(1).Where(l => l.Length > 0))
            {
                var (cells, where) = (line.Split('\t'), $"{Path.GetFileName(file)}:{++number}");
                if (cells[0] == Anywhere)
                {
                    anywhere.Add((cells, where));
                }
                else
                {
                    examples.Add(Example(cells, at, where));
                }
            }
        }

        var steps = examples.Where(e => e.FirstAsked is not null).Select(e => $"{e.Asked.Dialog}/{e.Asked.Step}").Distinct().Order(StringComparer.Ordinal).ToList();
        return [.. examples, .. anywhere.SelectMany(one => steps.Select(step => Example([step, .. one.Cells[1..]], at, one.Where)))];
    }

    /// <summary>Names what the files hold: it changes when any of them does.</summary>
    public static string Fingerprint(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var part = new byte[Part];
        foreach (var path in Files(folder))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(path)));
            using var file = File.OpenHandle(path);
            for (var (at, read) = (0L, RandomAccess.Read(file, part, 0)); read > 0; at += read, read = RandomAccess.Read(file, part, at))
            {
                hash.AppendData(part, 0, read);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static IOrderedEnumerable<string> Files(string folder) =>
        Directory.GetFiles(folder, "*.tsv").OrderBy(f => Path.GetFileName(f), StringComparer.Ordinal);

    private static Example Example(string[] cells, Func<string, Asked?> at, string where)
    {
        if (cells.Length < FewestColumns || !cells[0].Contains('/', StringComparison.Ordinal))
        {
            throw new FormatException($"{where} is not at, text, answer, facts, intent with tabs between.");
        }

        var asked = at(cells[0]) ?? throw new FormatException($"{where}: there is no step \"{cells[0]}\".");
        // An answer that the question does not ask for is told by the facts.
        var answer = cells[2] is "*" || asked.Asks?.Contains(cells[2]) == true ? cells[2] : "unclear";
        return new Example(asked, cells[1], answer, cells[3], cells[4], cells.Length > FewestColumns ? cells[5] : "*", cells.Length >= AllColumns && cells[6] != "*" ? cells[6] : "en");
    }
}
