namespace OverdoseBot.Scripts.Reading;

/// <summary>A value of a YAML file and where it stands.</summary>
internal abstract record Node(Spot Spot);

/// <summary>Text, a number, a word, or nothing.</summary>
internal sealed record ScalarNode(string Value, bool Quoted, Spot Spot) : Node(Spot)
{
    public bool IsNull => !Quoted && Value is "" or "~" or "null";
}

/// <summary>A list.</summary>
internal sealed record ListNode(IReadOnlyList<Node> Items, Spot Spot) : Node(Spot);

/// <summary>Keys and values, in the order of the page.</summary>
internal sealed record MapNode(IReadOnlyList<Pair> Pairs, Spot Spot) : Node(Spot);

/// <summary>A key and its value.</summary>
internal sealed record Pair(ScalarNode Key, Node Value);
