using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>A state that a turn led to and that was not known when its batch began.</summary>
internal sealed record Reached(Folded Key, PathInput Input, CaseRecord Record, DateTimeOffset Now, DateTimeOffset? Looked);

/// <summary>All turns from one state: how many, where they lead, what they break.</summary>
internal sealed record Expansion(int Edges, List<Reached> Reached, List<Finding> Findings, long[] Checks, Place? Stuck);

/// <summary>Runs all turns from a state and checks each.</summary>
internal sealed class Expander(Scene scene, Driver driver, InputBook inputs, Fold fold, IReadOnlyList<Invariant> invariants)
{
    private static readonly TimeSpan _late = TimeSpan.FromMinutes(10);
    private static readonly PathInput[] _clocks = [PathInput.Clock(TimeSpan.Zero), PathInput.Clock(_late)];

    public async Task<Expansion> ExpandAsync(int index, Node node, HashSet<string> seen)
    {
        var record = RecordJson.Read(node.Record);
        var found = new Expansion(0, [], [], new long[invariants.Count], null);
        var (edges, moved, at) = (0, false, (Place?)null);
        foreach (var input in Inputs(record, node))
        {
            var edge = await driver.RunAsync(record, input, Driver.When(record, input, node.Now), node.Looked);
            edges++;
            at = edge.At;
            moved |= input.IsMessage && edge.To != edge.At;
            Check(edge, index, found);
            var key = fold.Of(edge.After, edge.Now);
            if (key.NewIn(seen))
            {
                found.Reached.Add(new Reached(key, input, edge.After, edge.Now, Looks.At(edge) ?? node.Looked));
            }
        }

        return found with { Edges = edges, Stuck = node.Hears && !moved ? at : null };
    }

    private IEnumerable<PathInput> Inputs(CaseRecord record, Node node)
    {
        var top = record.Stack.IsEmpty ? scene.Library.Scripts["respond"].Start : new Place(record.Stack[0].Dialog, record.Stack[0].Step);
        var step = scene.Library.Find(top)!;
        foreach (var input in node.First ? inputs.At(step) : inputs.Once(step))
        {
            if (input.Facts.Contains("correction") ? node.TakesBack : node.Hears)
            {
                yield return input;
            }
        }

        // On the web it is on the screen all the time.
        if (!scene.Sms && (node.Hears || node.Rings))
        {
            yield return PathInput.CallTap;
        }

        foreach (var clock in record.Alarms.IsEmpty || !node.Rings ? [] : _clocks)
        {
            yield return clock;
        }
    }

    /// <summary>Checks one turn.</summary>
    public void Check(Edge edge, int node, Expansion found)
    {
        for (var i = 0; i < invariants.Count; i++)
        {
            if (!invariants[i].Applies(edge))
            {
                continue;
            }

            found.Checks[i]++;
            if (invariants[i].Check(edge) is { } fault)
            {
                found.Findings.Add(new Finding(i, fault, node, edge.Input));
            }
        }
    }
}
