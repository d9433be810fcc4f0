using System.Text;
using System.Text.Json;

namespace OverdoseBot.Journal.Tests.Postgres;

/// <summary>One table as a plan reads it.</summary>
internal sealed record Scan(string Table, string Index, string Condition);

/// <summary>A plan out of the server's log, as auto_explain writes it.</summary>
internal sealed record Plan(string Query, IReadOnlyList<Scan> Scans)
{
    private static readonly string[] _ours = ["conversation", "log", "alarm", "outbox"];

    /// <summary>A plan begins on the line that announces it, and its own lines are set in.</summary>
    public static IEnumerable<Plan> Read(string log)
    {
        var lines = log.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("plans:", StringComparison.Ordinal) || !lines[i].EndsWith(" plan:", StringComparison.Ordinal))
            {
                continue;
            }

            var text = new StringBuilder();
            while (i + 1 < lines.Length && lines[i + 1].StartsWith('\t'))
            {
                text.AppendLine(lines[++i]);
            }

            using var plan = JsonDocument.Parse(text.ToString());
            yield return new(
                plan.RootElement.GetProperty("Query Text").GetString()!, [.. Of(plan.RootElement.GetProperty("Plan"))]);
        }
    }

    // A bitmap's condition is on the node below the one that names the table.
    private static IEnumerable<Scan> Of(JsonElement node)
    {
        var below = node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().ToList() : [];
        if (node.GetProperty("Node Type").GetString()!.EndsWith("Scan", StringComparison.Ordinal)
            && node.TryGetProperty("Relation Name", out var table) && _ours.Contains(table.GetString()))
        {
            var index = node.TryGetProperty("Index Cond", out _) || below.Count == 0 ? node : below[0];
            yield return new(table.GetString()!, Text(index, "Index Name"), Text(index, "Index Cond"));
        }

        foreach (var scan in below.SelectMany(Of))
        {
            yield return scan;
        }
    }

    private static string Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString()! : string.Empty;
}
