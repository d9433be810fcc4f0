namespace OverdoseBot.Understanding.Examples;

/// <summary>Learns from a folder of examples, and finds again what was learned.</summary>
public static class Lessons
{
    private const string Folder = "examples";
    private const string LearnedFileName = "learned.txt";
    private const string Unclear = "unclear";
    private const int ShownCounts = 30;
    private const int FewestUses = 5;

    /// <summary>Learns and writes what was learned beside the examples.</summary>
    /// <param name="dialogs">The folder of the dialogs.</param>
    /// <param name="grammar">Reads the examples as the second reader will find messages read.</param>
    /// <param name="at">A step by its name, such as <c>respond/wake</c>; null: there is no such step.</param>
    /// <param name="shown">The answers that steps show, typed as they are shown.</param>
    /// <returns>How many examples there were, and how many traits they gave.</returns>
    /// <exception cref="FormatException">A line of an example cannot be read; the message says which and why.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static (int Examples, int Traits) Learn(string dialogs, Readers grammar, Func<string, Asked?> at, IEnumerable<(string At, string Text, string Answer, string Fact, string Language)> shown)
    {
        ArgumentNullException.ThrowIfNull(grammar);
        ArgumentNullException.ThrowIfNull(at);
        var folder = Path.Combine(dialogs, Folder);
        var told = ExampleFiles.Read(folder, at);
        var heads = HeadsOf(told);
        List<Example> examples = [.. told, .. Shown(shown, at, heads)];
        var (outputs, traits) = Learn(heads, grammar, examples);
        using var file = new StreamWriter(Path.Combine(folder, LearnedFileName));
        LearnedFile.Write(file, heads, ExampleFiles.Fingerprint(folder), outputs, traits);
        return (examples.Count, traits.Count);
    }

    /// <summary>What was learned from the examples as they are now.</summary>
    /// <exception cref="FormatException">Nothing was learned from them yet, or the file was changed by hand; the message says what to do.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    internal static Learned Read(string dialogs)
    {
        var folder = Path.Combine(dialogs, Folder);
        var learned = LearnedFile.Read(File.ReadAllBytes(Path.Combine(folder, LearnedFileName)));
        return learned.Fingerprint == ExampleFiles.Fingerprint(folder)
            ? learned
            : throw new FormatException("The examples have changed since they were learned. Run the verb learn.");
    }

    internal static (Outputs Outputs, IReadOnlyList<(string Name, sbyte[] Marks)> Traits) Learn(Heads heads, Readers grammar, IReadOnlyList<Example> examples)
    {
        var names = new PartNames();
        var traits = examples.Select(example => TraitList.Of(grammar, example, names)).ToArray();
        var numbers = new Dictionary<ulong, int>();
        var told = new List<string>();
        foreach (var uses in traits.SelectMany(all => all.DistinctBy(t => t.Key)).GroupBy(t => t.Key).Where(g => g.Count() >= FewestUses))
        {
            numbers.Add(uses.Key, told.Count);
            told.Add(uses.First().Name(names));
        }

        var learner = new Learner(
            heads,
            [.. traits.Select((all, i) => new Lesson([.. all.Select(t => numbers.GetValueOrDefault(t.Key, -1)).Where(n => n >= 0).Distinct()], Targets(examples[i], heads)))],
            told.Count);
        var (outputs, marks) = learner.Learn();
        return (outputs, [.. told.Select((name, i) => (name, marks[i]))]);
    }

    // What is weighed at every step comes first; then the answers, one head for questions about the same thing.
    internal static Heads HeadsOf(IReadOnlyList<Example> examples)
    {
        IEnumerable<string> Told(Func<Example, string> label) => examples.SelectMany(e => label(e).Split(' ')).Where(l => l is not ("*" or "-")).Distinct().Order(StringComparer.Ordinal);
        var facts = Told(e => e.Facts).Select(f => (Heads.Fact(f), (IEnumerable<string>)[f]));
        var answers = examples.Where(e => e.FirstAsked is not null).GroupBy(e => e.FirstAsked!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Heads.Answer(g.Key), g.SelectMany(e => e.Asked.Asks!).Append(Unclear).Distinct()));
        return new Heads([.. facts, (Heads.Intent, Told(e => e.Intent)), (Heads.Distress, Told(e => e.Distress)), .. answers]);
    }

    // A person who types what a button says is believed: such an example counts for several.
    private static IEnumerable<Example> Shown(IEnumerable<(string At, string Text, string Answer, string Fact, string Language)> shown, Func<string, Asked?> at, Heads heads) =>
        from one in shown
        let asked = at(one.At)
        where asked is not null
        from copy in Enumerable.Range(0, ShownCounts)
        select new Example(
            asked, one.Text, asked.Asks?.Contains(one.Answer) == true ? one.Answer : one.Answer == Unclear ? Unclear : "*", heads.Find(Heads.Fact(one.Fact)) is null ? "*" : one.Fact, "*", "calm", one.Language);

    private static int[] Targets(Example example, Heads heads)
    {
        var facts = example.Facts.Split(' ');
        return [.. heads.All.Select(head => head.Name switch
        {
            Heads.Intent => head.Classes.IndexOf(example.Intent),
            Heads.Distress => head.Classes.IndexOf(example.Distress),
            _ when head.Classes.Length > 1 => example.FirstAsked is { } first && head.Name == Heads.Answer(first) ? head.Classes.IndexOf(example.Answer) : -1,
            _ => facts is ["*"] ? -1 : facts.Contains(head.Classes[0]) ? 0 : 1,
        })];
    }
}
