namespace OverdoseBot.Understanding.Tests;

/// <summary>One message of the vocabulary sets.</summary>
/// <param name="At">The step, as in the architecture.</param>
/// <param name="Text">What was written.</param>
/// <param name="Must">The new words that must be heard; any other new word is a false one.</param>
/// <param name="May">New words that may be heard as well (<c>word?</c> in the file).</param>
/// <param name="Also">Older words that must be heard, <c>!word</c> that must not, <c>=word</c> the answer.</param>
internal sealed record Told(string At, string Text, IReadOnlySet<string> Must, IReadOnlySet<string> May, string Also)
{
    private static readonly Lazy<HashSet<string>> s_new = new(() =>
        [.. Home.EnglishBook.Signals.Where(signal => signal.Beside).SelectMany(signal => signal.So)]);

    public static IReadOnlyList<Told> Load(string name) =>
        [.. File.ReadLines(Home.Messages(name)).Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => new Told(cells[0], cells[1], Words(cells[2], sure: true), Words(cells[2], sure: false), cells[3]))];

    public bool IsRight(Reading reading)
    {
        var heard = reading.Heard.Where(s_new.Value.Contains).ToHashSet();
        return Must.IsSubsetOf(heard) && heard.All(word => Must.Contains(word) || May.Contains(word)) && Others(Also).All(word => Holds(word, reading));
    }

    /// <summary>Good news heard that was not told, or an emergency fact that was told and lost.</summary>
    public bool IsUnsafe(Reading reading) =>
        Others(Also).Any(word => !Holds(word, reading) && (word[0] == '!' || word is "stopped-breathing" or "not-waking" or "slow" or "=slow" or "=none"));

    private static bool Holds(string word, Reading reading) => word[0] switch
    {
        '!' => !reading.Heard.Contains(word[1..]),
        '=' => (reading.Answer ?? "unclear") == word[1..],
        _ => reading.Heard.Contains(word),
    };

    private static string[] Others(string cell) => cell == "-" ? [] : cell.Split(' ');

    private static HashSet<string> Words(string cell, bool sure) =>
        [.. Others(cell).Where(word => word.EndsWith('?') != sure).Select(word => word.TrimEnd('?'))];
}
