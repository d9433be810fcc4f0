using OverdoseBot.Understanding;

namespace OverdoseBot.Paths;

/// <summary>Prints turns as a chat: <c>&gt;</c> the person, <c>&lt;</c> the bot, the step and the time that has gone by.</summary>
internal sealed class ChatPrinter(TextWriter output)
{
    private const string Indent = "    ";

    /// <summary>Prints the shortest way to a fault, and the turn that breaks the rule.</summary>
    public async Task PrintAsync(WalkResult walk, Finding finding, Readers reader)
    {
        var driver = new Driver(walk.Scene, reader);
        var nodes = new List<int>();
        for (var i = finding.Node; i >= 0; i = walk.Nodes[i].Parent)
        {
            nodes.Insert(0, i);
        }

        var inputs = nodes.Skip(1).Select(i => walk.Nodes[i].Input!).Append(finding.Input);
        foreach (var (node, input) in nodes.Zip(inputs))
        {
            var from = walk.Nodes[node];
            var record = Bot.RecordJson.Read(from.Record);
            Print(await driver.RunAsync(record, input, Driver.When(record, input, from.Now), from.Looked), walk.Nodes[0].Now);
        }
    }

    /// <summary>Prints a chain.</summary>
    public void Print(Chain chain)
    {
        foreach (var edge in chain.Turns)
        {
            Print(edge, chain.Turns[0].Now);
        }
    }

    private void Print(Edge edge, DateTimeOffset start)
    {
        var heard = edge.Input.Unclear ? "unclear" : string.Join(' ', edge.Input.Facts.Order(StringComparer.Ordinal));
        var who = edge.Input.Kind is InputKind.Clock or InputKind.Greet ? $"{Indent}{edge.Input.Shown}" : $"> {edge.Input.Shown}";
        output.WriteLine($"{Indent}{who,-44}{(heard.Length > 0 ? "~ " + heard : "")}{(edge.Rang is { } rang ? rang.Name : "")}  {edge.Now - start:h\\:mm\\:ss}".TrimEnd());
        foreach (var sent in edge.Sent)
        {
            output.WriteLine($"{Indent}< {sent.Text}   ({Short(sent.Step)})");
        }
    }

    private static string? Short(string? step) => step?.StartsWith("respond/", StringComparison.Ordinal) == true ? step["respond/".Length..] : step;
}
