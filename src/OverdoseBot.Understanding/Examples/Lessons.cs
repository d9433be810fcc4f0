namespace OverdoseBot.Understanding.Examples;

/// <summary>Learns from a folder of examples, and finds again what was learned.</summary>
public static class Lessons
{
    private const string Folder = "examples";
    private const string LearnedFile = "learned.txt";
    private const string Unclear = "unclear";
    private const int ShownCounts = 4;

    /// <summary>Learns and writes what was learned beside the examples.</summary>
    /// <param name="dialogs">The folder of the dialogs.</param>
    /// <param name="asks">The answers that a step's question asks for; null: there is no such step.</param>
    /// <param name="shown">The answers that steps show, typed as they are shown.</param>
    /// <returns>How many examples there were, and how many traits they gave.</returns>
    /// <exception cref="FormatException">A line of an example cannot be read; the message says which and why.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static (int Examples, int Traits) Learn(string dialogs, Func<string, IReadOnlyList<string>?> asks, IEnumerable<(string At, string Text, string Answer, string Fact)> shown)
    {
        ArgumentNullException.ThrowIfNull(asks);
        var folder = Path.Combine(dialogs, Folder);
        var told = ExampleFiles.Read(folder, asks);
        var heads = HeadsOf(told, asks);
        List<Example> examples = [.. told, .. Shown(shown, asks, heads)];
        var learned = Learner.Learn(heads, ExampleFiles.Fingerprint(folder), examples).With(Belief.Bounds(heads, told));
        using var file = new StreamWriter(Path.Combine(folder, LearnedFile));
        learned.Write(file);
        return (examples.Count, learned.Traits);
    }

    /// <summary>What was learned from the examples as they are now.</summary>
    /// <exception cref="FormatException">Nothing was learned from them yet, or the file was changed by hand; the message says what to do.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    internal static Learned Read(string dialogs)
    {
        var folder = Path.Combine(dialogs, Folder);
        using var file = new StreamReader(Path.Combine(folder, LearnedFile));
        var learned = Learned.Read(file);
        return learned.Fingerprint == ExampleFiles.Fingerprint(folder)
            ? learned
            : throw new FormatException("The examples have changed since they were learned. Run the verb learn.");
    }

    // A person who types what a button says is believed: such an example counts for several.
    private static IEnumerable<Example> Shown(IEnumerable<(string At, string Text, string Answer, string Fact)> shown, Func<string, IReadOnlyList<string>?> asks, Heads heads) =>
        from one in shown
        let words = asks(one.At) ?? []
        let at = one.At.Split('/')
        from copy in Enumerable.Range(0, ShownCounts)
        select new Example(at[0], at[1], words.Count > 0 ? words[0] : null, one.Text, words.Contains(one.Answer) ? one.Answer : Unclear, heads.Find(Heads.Fact(one.Fact)) is null ? "*" : one.Fact, "*", "calm");

    // What is weighed at every step comes first; then the answers, one head for questions about the same thing.
    private static Heads HeadsOf(IReadOnlyList<Example> examples, Func<string, IReadOnlyList<string>?> asks)
    {
        IEnumerable<string> Told(Func<Example, string> label) => examples.SelectMany(e => label(e).Split(' ')).Where(l => l is not ("*" or "-")).Distinct().Order(StringComparer.Ordinal);
        var facts = Told(e => e.Facts).Select(f => (Heads.Fact(f), (IEnumerable<string>)[f]));
        var answers = examples.Where(e => e.FirstAsked is not null).GroupBy(e => e.FirstAsked!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Heads.Answer(g.Key), g.SelectMany(e => asks($"{e.Dialog}/{e.Step}")!).Append(Unclear).Distinct()));
        return new Heads([.. facts, (Heads.Intent, Told(e => e.Intent)), (Heads.Distress, Told(e => e.Distress)), .. answers]);
    }
}
