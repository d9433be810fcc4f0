using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// The labelled messages of <c>dialogs/examples</c>: files of lines with tabs, <c>at, text, answer, facts, intent</c> and, in newer ones,
/// <c>distress, language</c>; the first line names the columns.
/// </summary>
internal static class ExampleFiles
{
    private const int FewestColumns = 5;

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="asks">The answers that a step's question asks for; empty: it asks for none in particular; null: there is no such step.</param>
    /// <exception cref="FormatException">A line cannot be read; the message says which and why.</exception>
    public static IReadOnlyList<Example> Read(string folder, Func<string, IReadOnlyList<string>?> asks)
    {
        var examples = new List<Example>();
        foreach (var file in Files(folder))
        {
            var number = 1;
            foreach (var line in File.ReadLines(file).Skip(1).Where(l => l.Length > 0))
            {
                examples.Add(Example(line.Split('\t'), asks, $"{Path.GetFileName(file)}:{++number}"));
            }
        }

        return examples;
    }

    /// <summary>Names what the files hold: it changes when any of them does.</summary>
    public static string Fingerprint(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files(folder))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static IOrderedEnumerable<string> Files(string folder) =>
        Directory.GetFiles(folder, "*.tsv").OrderBy(f => Path.GetFileName(f), StringComparer.Ordinal);

    private static Example Example(string[] cells, Func<string, IReadOnlyList<string>?> asks, string where)
    {
        if (cells.Length < FewestColumns || cells[0].Split('/') is not [var dialog, var step])
        {
            throw new FormatException($"{where} is not at, text, answer, facts, intent with tabs between.");
        }

        var words = asks(cells[0]) ?? throw new FormatException($"{where}: there is no step \"{cells[0]}\".");
        // An answer that the question does not ask for is told by the facts.
        var answer = cells[2] is "*" || words.Contains(cells[2]) ? cells[2] : "unclear";
        return new Example(dialog, step, words.Count > 0 ? words[0] : null, cells[1], answer, cells[3], cells[4], cells.Length > FewestColumns ? cells[5] : "*");
    }
}
