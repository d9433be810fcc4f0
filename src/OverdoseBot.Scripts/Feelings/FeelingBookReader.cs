using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace OverdoseBot.Scripts;

/// <summary>Reads the feelings of a language from their YAML.</summary>
public static class FeelingBookReader
{
    private const int MostPoints = 9;

    private static readonly (string Key, FeelingKinds Kind, int Sign)[] s_weighed =
        [("feelings", FeelingKinds.Felt, 1), ("cries", FeelingKinds.Cry, 1), ("relief", FeelingKinds.Good, -1)];

    private static readonly (string Key, FeelingKinds Kind)[] s_listed =
    [
        ("pleas", FeelingKinds.Plea), ("stronger", FeelingKinds.Stronger), ("weaker", FeelingKinds.Weaker), ("writer", FeelingKinds.Writer),
        ("others", FeelingKinds.Other), ("plain", FeelingKinds.Plain),
    ];

    /// <summary>Reads a book, or says everything that is wrong with it.</summary>
    /// <param name="yamlText">The text of the file.</param>
    /// <param name="fileName">The name that faults carry.</param>
    /// <exception cref="PhraseBookException">The book has faults.</exception>
    public static FeelingBook Read(string yamlText, string fileName)
    {
        ArgumentNullException.ThrowIfNull(yamlText);
        ArgumentNullException.ThrowIfNull(fileName);

        var yaml = new PhraseYaml(fileName, "the feelings of a language are");
        var book = yaml.Root(yamlText) is { } root ? Book(yaml, root) : null;
        return yaml.Faults.Count == 0 && book is not null
            ? book
            : throw new PhraseBookException([.. yaml.Faults.OrderBy(f => f.Line).ThenBy(f => f.Column)]);
    }

    private static FeelingBook Book(PhraseYaml yaml, YamlMappingNode root)
    {
        yaml.Only(root, ["language", "enough", "enough-death", "death", "places", "behaviour", .. s_weighed.Select(w => w.Key), .. s_listed.Select(l => l.Key)]);
        return new FeelingBook
        {
            Language = yaml.Text(yaml.Need(root, "language")),
            Enough = Points(yaml, yaml.Need(root, "enough")),
            EnoughDeath = Points(yaml, yaml.Need(root, "enough-death")),
            Words = Words(yaml, root),
            Death = Death(yaml, root),
            Behaviour = Behaviour(yaml, yaml.Need(root, "behaviour")),
        };
    }

    private static Dictionary<string, Feeling> Death(PhraseYaml yaml, YamlMappingNode root)
    {
        var words = Weighed(yaml, root, "death", FeelingKinds.None, 1, new Dictionary<string, Feeling>(StringComparer.Ordinal));
        return Weighed(yaml, root, "places", FeelingKinds.Place, 1, words);
    }

    private static Dictionary<string, Feeling> Words(PhraseYaml yaml, YamlMappingNode root)
    {
        var words = new Dictionary<string, Feeling>(StringComparer.Ordinal);
        foreach (var (key, kind, sign) in s_weighed)
        {
            Weighed(yaml, root, key, kind, sign, words);
        }

        foreach (var (key, kind) in s_listed)
        {
            Items(yaml, yaml.Need(root, key), words, kind, 0);
        }

        return words;
    }

    private static Dictionary<string, Feeling> Weighed(
        PhraseYaml yaml, YamlMappingNode root, string key, FeelingKinds kind, int sign, Dictionary<string, Feeling> words)
    {
        foreach (var (points, list) in yaml.Entries(yaml.Need(root, key)).Select(e => (Points(yaml, e), e.Node)))
        {
            Items(yaml, list, words, kind, sign * points);
        }

        return words;
    }

    private static void Items(PhraseYaml yaml, YamlNode? list, Dictionary<string, Feeling> words, FeelingKinds kind, int points)
    {
        if (list is not (null or YamlSequenceNode))
        {
            yaml.Fault(list.Start, "a list of words is expected here. Write each in a line of its own, behind a hyphen.");
        }

        foreach (var node in (list as YamlSequenceNode)?.Children ?? [])
        {
            var word = yaml.Text(node);
            if (word.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not (' ' or '\'')))
            {
                yaml.Fault(node.Start, $"'{word}' is not written as messages are read. Write it in small letters, without accents and signs.");
            }

            var known = words.GetValueOrDefault(word);
            if (known is not null && ((known.Kinds & kind) != 0 || (known.Points != 0 && points != 0)))
            {
                yaml.Fault(node.Start, $"'{word}' is here twice, so nobody can tell what it weighs. Take one of them out.");
            }

            words[word] = new Feeling((known?.Kinds ?? FeelingKinds.None) | kind, points == 0 ? known?.Points ?? 0 : points);
        }
    }

    private static BehaviourPoints Behaviour(PhraseYaml yaml, YamlNode? node)
    {
        var map = node as YamlMappingNode ?? [];
        yaml.Only(map, "shouting", "marks", "stretched", "twice", "thrice", "same-message", "begging");
        int Of(string key) => Points(yaml, yaml.Need(map, key));
        return new BehaviourPoints(Of("shouting"), Of("marks"), Of("stretched"), Of("twice"), Of("thrice"), Of("same-message"), Of("begging"));
    }

    private static int Points(PhraseYaml yaml, (string Key, YamlNode Node) weighed)
    {
        if (int.TryParse(weighed.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var points) && points is > 0 and <= MostPoints)
        {
            return points;
        }

        yaml.Fault(weighed.Node.Start, $"'{weighed.Key}' is no number of points. Write 1 to {MostPoints.ToString(CultureInfo.InvariantCulture)} in front of the words.");
        return 0;
    }

    private static int Points(PhraseYaml yaml, YamlNode? node)
    {
        var points = yaml.Number(node);
        if (node is not null && points is < 1 or > MostPoints)
        {
            yaml.Fault(node!.Start, $"points are 1 to {MostPoints.ToString(CultureInfo.InvariantCulture)}. Write one of them.");
        }

        return points;
    }
}
