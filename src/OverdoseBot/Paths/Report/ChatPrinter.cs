namespace OverdoseBot.Paths;

/// <summary>Prints turns as a chat: <c>&gt;</c> the person, <c>&lt;</c> the bot, the step and the time that has gone by.</summary>
internal sealed class ChatPrinter(TextWriter output)
{
    private const string Indent = "    ";

    /// <summary>Prints turns in order.</summary>
    public void Print(IReadOnlyList<Edge> turns)
    {
        foreach (var edge in turns)
        {
            Print(edge, turns[0].Now);
        }
    }

    private void Print(Edge edge, DateTimeOffset start)
    {
        var heard = edge.Input.Unclear ? "unclear" : string.Join(' ', edge.Input.Facts.Order(StringComparer.Ordinal));
        var who = edge.Input.Kind is InputKind.Clock or InputKind.Greet or InputKind.Hub ? $"{Indent}{edge.Input.Shown}" : $"> {edge.Input.Shown}";
        output.WriteLine($"{Indent}{who,-44}{(heard.Length > 0 ? "~ " + heard : "")}{(edge.Rang is { } rang ? rang.Name : "")}  {edge.Now - start:h\\:mm\\:ss}".TrimEnd());
        foreach (var sent in edge.Sent)
        {
            output.WriteLine($"{Indent}< {sent.Text}   ({Short(sent.Step)})");
        }
    }

    private static string? Short(string? step) => step?.StartsWith("respond/", StringComparison.Ordinal) == true ? step["respond/".Length..] : step;
}
