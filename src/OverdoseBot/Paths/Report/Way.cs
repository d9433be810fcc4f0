using System.Collections.Immutable;
using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>The turns that lead to a fault, driven once more.</summary>
internal static class Way
{
    /// <summary>The shortest way, and the turn that breaks the rule last.</summary>
    public static async Task<ImmutableArray<Edge>> ToAsync(WalkResult walk, Finding finding, Ear ear)
    {
        var driver = new Driver(walk.Scene, ear);
        var nodes = new List<int>();
        for (var i = finding.Node; i >= 0; i = walk.Nodes[i].Parent)
        {
            nodes.Insert(0, i);
        }

        var edges = ImmutableArray.CreateBuilder<Edge>();
        var inputs = nodes.Skip(1).Select(i => walk.Nodes[i].Input!).Append(finding.Input);
        foreach (var (node, input) in nodes.Zip(inputs))
        {
            var from = walk.Nodes[node];
            var record = RecordJson.Read(from.Record);
            edges.Add(await driver.RunAsync(record, input, Driver.When(record, input, from.Now), from.Looked));
        }

        return edges.DrainToImmutable();
    }

    /// <summary>How many turns lead to it; the last one breaks the rule.</summary>
    public static int Length(WalkResult walk, Finding finding)
    {
        var turns = 1;
        for (var i = walk.Nodes[finding.Node].Parent; i >= 0; i = walk.Nodes[i].Parent)
        {
            turns++;
        }

        return turns;
    }
}
