using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace OverdoseBot.Scripts;

/// <summary>Reads a phrase book from its YAML.</summary>
public static class PhraseBookReader
{
    /// <summary>Reads a book, or says everything that is wrong with it.</summary>
    /// <param name="yamlText">The text of the file.</param>
    /// <param name="fileName">The name that faults carry.</param>
    /// <exception cref="PhraseBookException">The book has faults.</exception>
    public static PhraseBook Read(string yamlText, string fileName)
    {
        ArgumentNullException.ThrowIfNull(yamlText);
        ArgumentNullException.ThrowIfNull(fileName);

        var yaml = new PhraseYaml(fileName);
        var book = yaml.Root(yamlText) is { } root ? Book(yaml, root) : null;
        return yaml.Faults.Count == 0 && book is not null
            ? book
            : throw new PhraseBookException([.. yaml.Faults.OrderBy(f => f.Line).ThenBy(f => f.Column)]);
    }

    private static PhraseBook Book(PhraseYaml yaml, YamlMappingNode root)
    {
        yaml.Only(root, "language", "denial", "spellings", "symbols", "ordinary", "numbers", "digits", "classes", "signals", "topics", "answers", "tells", "gives-way", "worst-first", "good", "inner", "bad", "facts", "intents", "breaths", "endings", "attached", "accented");
        var classes = PhraseClasses.Read(yaml, yaml.Need(root, "classes"));
        var signals = yaml.Need(root, "signals");
        PhraseCheck.Roles(yaml, root, classes);
        PhraseMeanings.Check(yaml, root);
        PhraseCheck.Patterns(yaml, signals, classes);

        var breaths = yaml.Need(root, "breaths") as YamlMappingNode ?? [];
        return new PhraseBook
        {
            Language = yaml.Text(yaml.Need(root, "language")),
            Denial = PhraseYaml.Find(root, "denial") is { } denial ? yaml.Text(denial) : string.Empty,
            Spellings = Texts(yaml, yaml.Need(root, "spellings")),
            Endings = Lists(yaml, PhraseYaml.Find(root, "endings")),
            Attached = Lists(yaml, PhraseYaml.Find(root, "attached")),
            Accented = Texts(yaml, PhraseYaml.Find(root, "accented")),
            Symbols = Texts(yaml, yaml.Need(root, "symbols")),
            Ordinary = [.. yaml.List(yaml.Need(root, "ordinary")).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))],
            Numbers = yaml.Entries(yaml.Need(root, "numbers")).ToDictionary(e => e.Key, e => yaml.Number(e.Node)),
            Digits = Digits(yaml, yaml.Need(root, "digits")),
            Classes = classes,
            Signals = [.. yaml.Entries(signals).Select(e => PhraseSignals.Read(yaml, e.Key, e.Node))],
            Topics = Lists(yaml, yaml.Need(root, "topics")),
            Answers = Lists(yaml, yaml.Need(root, "answers")),
            Tells = Lists(yaml, PhraseYaml.Find(root, "tells")),
            GivesWay = Lists(yaml, PhraseYaml.Find(root, "gives-way")),
            WorstFirst = yaml.List(yaml.Need(root, "worst-first")),
            Good = yaml.List(yaml.Need(root, "good")),
            Inner = yaml.List(PhraseYaml.Find(root, "inner")),
            Bad = yaml.List(yaml.Need(root, "bad")),
            Facts = yaml.List(yaml.Need(root, "facts")),
            Places = PhrasePlaces.In(yaml, root),
            Intents = Intents(yaml, yaml.Need(root, "intents")),
            Breaths = new BreathGaps(yaml.Number(yaml.Need(breaths, "slow-from-seconds")), yaml.Number(yaml.Need(breaths, "none-from-seconds")))
            {
                CountedAt = PhraseYaml.Find(breaths, "counted-at") is { } at ? yaml.Text(at) : null,
                Enough = PhraseYaml.Find(breaths, "enough") is { } enough ? yaml.Number(enough) : int.MaxValue,
            },
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> Lists(PhraseYaml yaml, YamlNode? node) =>
        yaml.Entries(node).ToDictionary(e => e.Key, e => yaml.List(e.Node));

    private static Dictionary<string, string> Texts(PhraseYaml yaml, YamlNode? node) =>
        yaml.Entries(node).ToDictionary(e => e.Key, e => yaml.Text(e.Node));

    // A list, not a mapping: the order decides.
    private static List<PhraseIntent> Intents(PhraseYaml yaml, YamlNode? node)
    {
        var intents = new List<PhraseIntent>();
        foreach (var item in (node as YamlSequenceNode)?.Children ?? [])
        {
            intents.AddRange(yaml.Entries(item).Select(e => new PhraseIntent(e.Key, yaml.List(e.Node))));
        }

        return intents;
    }

    private static Dictionary<int, string> Digits(PhraseYaml yaml, YamlNode? node)
    {
        var digits = new Dictionary<int, string>();
        foreach (var (key, value) in yaml.Entries(node))
        {
            if (key is [>= '0' and <= '9'])
            {
                digits[int.Parse(key, CultureInfo.InvariantCulture)] = yaml.Text(value);
            }
            else
            {
                yaml.Fault(value.Start, $"'{key}' is not one digit. Write 0 to 9.");
            }
        }

        return digits;
    }
}
