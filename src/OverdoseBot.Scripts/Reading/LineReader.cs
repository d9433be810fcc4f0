using System.Collections.Immutable;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Human lines (<c>lines.yaml</c>).</summary>
internal static class LineReader
{
    private static readonly Dictionary<string, string> Statuses = new[] { "V", "S", "GKV" }.ToDictionary(s => s, StringComparer.Ordinal);

    public static ImmutableArray<HumanLine> Lines(Node? root, FaultList faults) =>
        [.. faults.Named(root, "a human line", (pair, fields) => Line(pair, fields, faults)).Select(l => l.Value)];

    private static HumanLine Line(Pair pair, Fields f, FaultList faults) => new(
        faults.Word(pair.Key), faults.Word(f.Need("region")), faults.WordOrNull(f.Get("for")) ?? pair.Key.Value, faults.Text(f.Need("name")),
        faults.Text(f.Need("call")), faults.TextOrNull(f.Get("text")), pair.Key.Spot)
    {
        Reach = faults.TextOrNull(f.Get("reach")) ?? faults.Text(f.Get("call")),
        Who = faults.Text(f.Need("who")),
        Cost = faults.Text(f.Need("cost")),
        Hours = faults.Text(f.Need("hours")),
        Goes = faults.Text(f.Need("goes")),
        Languages = faults.Words(f.Get("languages")),
        Status = f.Get("status") is { } status ? faults.OneOf(status, Statuses, "GKV") : "GKV",
        Verified = faults.DayOrNull(f.Need("verified")),
        CheckBy = faults.DayOrNull(f.Get("check-by")),
        Acknowledged = faults.TextOrNull(f.Get("acknowledged")),
        Sources = faults.Texts(f.Need("sources")),
    };
}
