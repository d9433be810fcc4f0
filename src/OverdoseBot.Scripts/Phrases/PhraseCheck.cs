using YamlDotNet.RepresentationModel;

namespace OverdoseBot.Scripts;

/// <summary>Checks that a book names only classes it has, and has the classes that the mechanism works with.</summary>
internal static class PhraseCheck
{
    /// <summary>The classes that have a job in the grammar of every language.</summary>
    internal static readonly string[] RoleNames =
    [
        "filler", "not", "none-of", "stop", "no-more", "hedge", "unsure", "question", "ask", "why", "aux", "past", "now",
        "future", "if", "when", "that", "subject", "subject-or-object", "i", "det", "but", "and", "or", "correction",
        "yes", "no", "over", "minute", "second", "hour", "ago", "dose-unit", "pair", "breath-unit", "every", "digit-lead", "whole", "apart", "bare-verb", "harmless",
    ];

    public static void Roles(PhraseYaml yaml, YamlMappingNode root, Dictionary<string, IReadOnlyList<string>> classes)
    {
        foreach (var role in RoleNames.Where(role => !classes.ContainsKey(role)))
        {
            yaml.Fault((YamlPhrases(root) ?? root).Start, $"the class '{role}' is missing; the grammar needs it. Add it, empty if the language has no such word.");
        }
    }

    public static void Patterns(PhraseYaml yaml, YamlNode? signals, Dictionary<string, IReadOnlyList<string>> classes)
    {
        foreach (var (_, signal) in yaml.Entries(signals))
        {
            foreach (var key in (ReadOnlySpan<string>)["say", "told", "alone"])
            {
                if (signal is YamlMappingNode map && PhraseYaml.Find(map, key) is YamlSequenceNode list)
                {
                    foreach (var pattern in list.Children)
                    {
                        Pattern(yaml, pattern, classes);
                    }
                }
            }
        }
    }

    /// <summary>Says that a book has no class of this name.</summary>
    internal static void NoClass(PhraseYaml yaml, YamlNode node, string written) =>
        yaml.Fault(node.Start, $"'{written}' is not a class of this book. Add it under 'classes:' or correct the name.");

    private static YamlNode? YamlPhrases(YamlMappingNode root) => PhraseYaml.Find(root, "classes");

    private static void Pattern(PhraseYaml yaml, YamlNode node, Dictionary<string, IReadOnlyList<string>> classes)
    {
        foreach (var element in yaml.Text(node).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var part in element.TrimEnd('?').Split('|'))
            {
                if (part.StartsWith('<') && (!part.EndsWith('>') || (part != "<number>" && !classes.ContainsKey(part[1..^1]))))
                {
                    NoClass(yaml, node, part);
                }
            }
        }
    }
}
