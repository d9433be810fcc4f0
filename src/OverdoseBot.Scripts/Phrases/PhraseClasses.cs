using YamlDotNet.RepresentationModel;

namespace OverdoseBot.Scripts;

/// <summary>Writes the classes of a book out: an item may be written as a pattern is, with a|b for either, x? for what may be left out, and one other class.</summary>
internal static class PhraseClasses
{
    private const int MostForms = 200;

    public static Dictionary<string, IReadOnlyList<string>> Read(PhraseYaml yaml, YamlNode? node)
    {
        var written = yaml.Entries(node).ToDictionary(e => e.Key, e => e.Node);
        return written.ToDictionary(e => e.Key, e => (IReadOnlyList<string>)[.. Items(yaml, written, e.Key, []).Distinct(StringComparer.Ordinal)]);
    }

    private static List<string> Items(PhraseYaml yaml, Dictionary<string, YamlNode> written, string name, HashSet<string> within)
    {
        if (!within.Add(name))
        {
            yaml.Fault(written[name].Start, $"the class '{name}' holds itself. Write its items out in one place.");
            return [];
        }

        var items = new List<string>();
        foreach (var item in yaml.List(written[name]))
        {
            if (item.StartsWith('<') && item.EndsWith('>'))
            {
                items.AddRange(Others(yaml, written, name, item[1..^1], within));
            }
            else
            {
                items.AddRange(Forms(yaml, written[name], item));
            }
        }

        within.Remove(name);
        return items;
    }

    private static List<string> Others(PhraseYaml yaml, Dictionary<string, YamlNode> written, string name, string other, HashSet<string> within)
    {
        if (written.ContainsKey(other))
        {
            return Items(yaml, written, other, within);
        }

        PhraseCheck.NoClass(yaml, written[name], $"<{other}>");
        return [];
    }

    private static List<string> Forms(PhraseYaml yaml, YamlNode node, string item)
    {
        List<string> forms = [string.Empty];
        foreach (var element in item.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] choices = [.. element.TrimEnd('?').Split('|'), .. element.EndsWith('?') ? [string.Empty] : Array.Empty<string>()];
            forms = [.. forms.SelectMany(form => choices.Select(choice => $"{form} {choice}".Trim()))];
            if (forms.Count > MostForms)
            {
                yaml.Fault(node.Start, $"'{item}' has too many forms. Split it.");
                return [];
            }
        }

        return forms;
    }
}
