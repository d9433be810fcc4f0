using OverdoseBot.Scripts.Rules;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OverdoseBot.Scripts.Reading;

/// <summary>
/// YAML text to nodes. Built on the parser's events, not on its object model, because that one throws on a doubled key,
/// follows an alias into itself and has no bound on depth.
/// </summary>
internal sealed class NodeBuilder
{
    private const int Deepest = 24;
    private const int MostAliases = 200;

    private readonly string _path;
    private readonly FaultList _faults;
    private readonly int _lines;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Dictionary<string, Node?> _anchors = new(StringComparer.Ordinal);
    private int _aliases;

    private NodeBuilder(string path, string text, FaultList faults)
    {
        (_path, _faults, _lines) = (path, faults, text.TrimEnd().AsSpan().Count('\n') + 1);
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>The file's one document; null when it has none or is not YAML.</summary>
    public static Node? Build(string path, string text, FaultList faults)
    {
        var builder = new NodeBuilder(path, text, faults);
        try
        {
            return builder.Document();
        }
        catch (YamlException e)
        {
            builder.Refuse(e.Start, e.Message.TrimEnd('.'));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // The scanner gives up on some broken input with its own inner errors instead of a place and a reason.
            builder.Refuse(builder._scanner.CurrentPosition, "it cannot be understood from here on");
        }

        return null;
    }

    /// <summary>The parser counts the line after the last as a place; a person cannot look there.</summary>
    private void Refuse(Mark at, string reason)
    {
        var line = (int)Math.Clamp(at.Line, 1, _lines);
        var column = line == at.Line ? (int)Math.Max(at.Column, 1) : 1;
        _faults.Add(ReadingRules.Syntax, new Spot(_path, line, column), $"This is not YAML: {reason}.", "Compare the indent, the quotes and the colons with the lines around.");
    }

    private Node? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _faults.Add(ReadingRules.File, new Spot(_path, 1, 1), "This file is empty.", "Write it or delete it.");
            return null;
        }

        var root = Next(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _faults.Add(ReadingRules.Syntax, At(second), "A second document begins here.", "Write one document a file.");
        }

        return root;
    }

    private Node Next(int depth)
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Alias(alias);
        }

        if (depth > Deepest)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, "it is nested too deep");
        }

        var start = _parser.Consume<NodeEvent>();
        if (!start.Tag.IsEmpty)
        {
            _faults.Add(ReadingRules.Syntax, At(start), $"The tag {start.Tag} has no meaning here.", "Write the plain value.");
        }

        var anchor = start.Anchor.IsEmpty ? null : start.Anchor.Value;
        if (anchor is not null)
        {
            _anchors[anchor] = null;
        }

        Node node = start switch
        {
            Scalar s => new ScalarNode(s.Value, s.Style != ScalarStyle.Plain, At(s)),
            SequenceStart s => new ListNode(Items(depth), At(s)),
            _ => new MapNode(Pairs(depth), At(start)),
        };
        if (anchor is not null)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private List<Node> Items(int depth)
    {
        var items = new List<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Next(depth + 1));
        }

        return items;
    }

    private List<Pair> Pairs(int depth)
    {
        var pairs = new List<Pair>();
        var first = new Dictionary<string, Spot>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Next(depth + 1);
            var value = Next(depth + 1);
            if (key is not ScalarNode name)
            {
                _faults.Add(ReadingRules.Syntax, key.Spot, "A key must be one word.", "Write one word before the colon.");
            }
            else if (!first.TryAdd(name.Value, name.Spot))
            {
                _faults.Add(ReadingRules.Duplicate, name.Spot, $"\"{name.Value}\" is written twice; it already stands in line {first[name.Value].Line}.",
                    "Keep one of the two.");
            }
            else
            {
                pairs.Add(new Pair(name, value));
            }
        }

        return pairs;
    }

    private Node Alias(AnchorAlias alias)
    {
        if (++_aliases > MostAliases)
        {
            throw new YamlException(alias.Start, alias.End, $"it has more than {MostAliases} aliases");
        }

        if (_anchors.TryGetValue(alias.Value.Value, out var node) && node is not null)
        {
            return node;
        }

        throw new YamlException(alias.Start, alias.End,
            _anchors.ContainsKey(alias.Value.Value) ? $"*{alias.Value} stands inside itself" : $"there is no &{alias.Value} above *{alias.Value}");
    }

    private Spot At(ParsingEvent e) => new(_path, (int)e.Start.Line, (int)e.Start.Column);
}
