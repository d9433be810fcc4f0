using System.Text;
using OverdoseBot.Scripts;
using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Mutation.Tests;

/// <summary>A place in a YAML file and what stands there.</summary>
internal sealed record Site(Node Root, string[] Path, Node Node)
{
    private static readonly Spot Nowhere = new("", 1, 1);

    public string Key => Path.Length == 0 ? "" : Path[^1];

    public string? Text => (Node as ScalarNode)?.Value;

    /// <summary>The sites below this one, in the order of the page.</summary>
    public IReadOnlyList<Site> Items => Node switch
    {
        MapNode map => [.. map.Pairs.Select(p => new Site(Root, [.. Path, p.Key.Value], p.Value))],
        ListNode list => [.. list.Items.Select((n, i) => new Site(Root, [.. Path, $"{i}"], n))],
        _ => [],
    };

    /// <summary>True when the path is like this one; <c>*</c> stands for any one part.</summary>
    public bool Is(string pattern)
    {
        var parts = pattern.Split('.');
        return parts.Length == Path.Length && parts.Zip(Path).All(p => p.First == "*" || p.First == p.Second);
    }

    public Site? At(string key) => Items.FirstOrDefault(i => i.Key == key);

    /// <summary>The file without it.</summary>
    public Node Drop() => Change(Root, 0, null);

    /// <summary>The file with another text here.</summary>
    public Node Put(string text) => Put(Word(text));

    /// <summary>The file with something else here.</summary>
    public Node Put(Node node) => Change(Root, 0, node);

    /// <summary>The file with this and another site's values swapped.</summary>
    public Node Swap(Site other) => new Site(Put(other.Node), other.Path, other.Node).Put(Node);

    public static ScalarNode Word(string text) => new(text, text != "null", Nowhere);

    public static ListNode List(IEnumerable<Node> items) => new([.. items], Nowhere);

    private Node Change(Node at, int depth, Node? value)
    {
        if (depth == Path.Length)
        {
            return value!;
        }

        var (key, drops) = (Path[depth], depth == Path.Length - 1 && value is null);
        return at switch
        {
            MapNode map => map with { Pairs = [.. map.Pairs.Where(p => !drops || p.Key.Value != key).Select(p => p.Key.Value == key ? p with { Value = Change(p.Value, depth + 1, value) } : p)] },
            ListNode list => list with { Items = [.. list.Items.Where((_, i) => !drops || $"{i}" != key).Select((n, i) => $"{i}" == key && !drops ? Change(n, depth + 1, value) : n)] },
            _ => throw new InvalidOperationException($"Nothing stands at {string.Join('.', Path)}."),
        };
    }
}

/// <summary>Reads and writes the files.</summary>
internal static class Tree
{
    public static Node Read(string path, string text)
    {
        var faults = new FaultList();
        return NodeBuilder.Build(path, text, faults) ?? throw new InvalidDataException(path);
    }

    public static IEnumerable<Site> All(Node root) => Below(new Site(root, [], root));

    public static string Write(Node node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.Append('\n').ToString();
    }

    private static IEnumerable<Site> Below(Site site) => site.Items.SelectMany(i => Below(i).Prepend(i));

    // Each pair on a line of its own: rules tell things in the order of the page by their lines.
    private static void Write(Node node, StringBuilder text)
    {
        switch (node)
        {
            case MapNode map:
                text.Append("{\n");
                foreach (var pair in map.Pairs)
                {
                    Write(pair.Key.Value, text);
                    text.Append(": ");
                    Write(pair.Value, text);
                    text.Append(",\n");
                }

                text.Append('}');
                break;
            case ListNode list:
                text.Append('[');
                foreach (var item in list.Items)
                {
                    Write(item, text);
                    text.Append(",\n");
                }

                text.Append(']');
                break;
            case ScalarNode { Quoted: false, Value: "true" or "false" } flag:
                text.Append(flag.Value);
                break;
            case ScalarNode { IsNull: true }:
                text.Append("null");
                break;
            case ScalarNode scalar:
                Write(scalar.Value, text);
                break;
        }
    }

    private static void Write(string value, StringBuilder text) =>
        text.Append('"').Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('"');
}
