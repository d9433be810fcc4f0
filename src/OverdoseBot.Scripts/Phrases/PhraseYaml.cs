using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OverdoseBot.Scripts;

/// <summary>Walks the YAML of phrases and feelings and notes every fault with its place instead of stopping at the first.</summary>
/// <param name="file">The name that faults carry.</param>
/// <param name="whole">What the file holds, as a sentence begins: "a phrase book is".</param>
internal sealed class PhraseYaml(string file, string whole = "a phrase book is")
{
    public List<PhraseFault> Faults { get; } = [];

    public void Fault(Mark at, string message) => Faults.Add(At(at, message));

    public PhraseFault At(Mark at, string message) => new(file, (int)at.Line, (int)at.Column, message);

    public YamlMappingNode? Root(string text)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(text);
            stream.Load(reader);
        }
        catch (YamlException e)
        {
            Fault(e.Start, $"this is not YAML: {e.Message} Check the indentation and the quotes.");
            return null;
        }

        if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
        {
            return root;
        }

        Faults.Add(new PhraseFault(file, 1, 1, $"{whole} one mapping. Start it with 'language:'."));
        return null;
    }

    public YamlNode? Need(YamlMappingNode map, string key)
    {
        if (Find(map, key) is { } node)
        {
            return node;
        }

        Fault(map.Start, $"'{key}:' is missing. Add it.");
        return null;
    }

    public static YamlNode? Find(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    public string Text(YamlNode? node)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } value })
        {
            return value;
        }

        if (node is not null)
        {
            Fault(node.Start, "a word is expected here. Write it, in quotes if it has a colon or a hash.");
        }

        return "";
    }

    public int Number(YamlNode? node)
    {
        if (int.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        if (node is not null)
        {
            Fault(node.Start, "a whole number is expected here. Write it in digits.");
        }

        return 0;
    }

    public IReadOnlyList<string> List(YamlNode? node) => node switch
    {
        null => [],
        YamlScalarNode { Value: null or "" } => [],
        YamlScalarNode one => [one.Value!],
        YamlSequenceNode many => [.. many.Children.Select(Text)],
        _ => ListFault(node),
    };

    public IEnumerable<(string Key, YamlNode Node)> Entries(YamlNode? node)
    {
        if (node is YamlMappingNode map)
        {
            foreach (var (key, value) in map.Children)
            {
                yield return (Text(key), value);
            }
        }
        else if (node is not null)
        {
            Fault(node.Start, "a mapping is expected here. Write 'name: value' lines below it.");
        }
    }

    public void Only(YamlMappingNode map, params ReadOnlySpan<string> keys)
    {
        foreach (var key in map.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !keys.Contains(name))
            {
                Fault(key.Start, $"'{key}' is not known here. Use one of: {string.Join(", ", keys.ToArray())}.");
            }
        }
    }

    private IReadOnlyList<string> ListFault(YamlNode node)
    {
        Fault(node.Start, "a list is expected here. Write [one, two].");
        return [];
    }
}
