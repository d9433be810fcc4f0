using System.Collections.Immutable;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>A state that a turn led to and that was not known when its batch began.</summary>
internal sealed record Reached(ImmutableArray<FoldKey> Keys, PathInput Input, CaseRecord Record, DateTimeOffset Now, DateTimeOffset? Looked);

/// <summary>All turns from one state: how many, where they lead, what they break.</summary>
internal sealed record Expansion(int Edges, List<Reached> Reached, List<Finding> Findings, long[] Checks, Place? Stuck)
{
    public static Expansion Empty(int invariants) => new(0, [], [], new long[invariants], null);
}

/// <summary>Runs all turns from a state and checks each.</summary>
internal sealed class Expander(Scene scene, Driver driver, InputBook inputs, Fold fold, Consequences consequences, IReadOnlyList<Invariant> invariants)
{
    private static readonly TimeSpan _late = TimeSpan.FromMinutes(10);
    private static readonly PathInput[] _clocks = [PathInput.Clock(TimeSpan.Zero), PathInput.Clock(_late)];
    private readonly Buttons _buttons = new(scene);
    private readonly PathInput[] _places = [.. Places(scene)];

    public async Task<Expansion> ExpandAsync(int index, Node node, HashSet<FoldKey> seen)
    {
        var record = RecordJson.Read(node.Record);
        var found = Expansion.Empty(invariants.Count);
        var (edges, moved, at) = (0, false, (Place?)null);
        foreach (var input in Inputs(record, node))
        {
            var edge = await driver.RunAsync(record, input, Driver.When(record, input, node.Now), node.Looked);
            if (node.Walks.HasFlag(Walked.Texts))
            {
                edge = edge with { Again = await driver.RunAsync(record, input, edge.Now, node.Looked) };
            }

            if (record.Drill is null && input.Calm(edge.At) is { } calm)
            {
                edge = edge with { Calm = await driver.RunAsync(record, calm, edge.Now, node.Looked) };
            }

            if (scene.Hub && input.IsMessage)
            {
                edge = edge with { WithoutHub = await driver.RunAsync(NoHub(record), input, edge.Now, node.Looked) };
            }

            edges++;
            at = edge.At;
            moved |= input.IsMessage && edge.To != edge.At;
            Check(edge, index, found);
            consequences.Note(edge);

            // Whoever is in another place or reads another language now is in another scene, which is walked from its own beginning.
            if (scene.Holds(edge.After) && fold.Of(edge.After, edge.Now) is var keys && keys.Any(k => !seen.Contains(k)))
            {
                found.Reached.Add(new Reached(keys, input, edge.After, edge.Now, Looks.At(edge) ?? node.Looked));
            }
        }

        return found with { Edges = edges, Stuck = node.Walks.HasFlag(Walked.Moving) && !moved ? at : null };
    }

    private IEnumerable<PathInput> Inputs(CaseRecord record, Node node)
    {
        var walks = node.Walks;
        if (record.Drill is { } drill)
        {
            foreach (var input in Inputs(drill.Case, node))
            {
                yield return input with { Practice = true };
            }

            yield return PathInput.Clock(TimeSpan.Zero);
            yield break;
        }

        var top = record.Top() ?? scene.Library.Scripts["respond"].Start;
        var step = scene.Library.Find(top)!;
        var all = walks.HasFlag(Walked.Texts) ? inputs.All(step) : walks.HasFlag(Walked.Words) ? inputs.Once(step) : inputs.Moving(step);
        foreach (var input in all.Concat(walks.HasFlag(Walked.Pairs) && !walks.HasFlag(Walked.Texts) ? inputs.Pairs(step) : []))
        {
            if (walks.HasFlag(input.Facts.Contains("correction") ? Walked.Undo : Walked.Moving))
            {
                yield return input;
            }
        }

        if (!scene.Sms && walks.HasFlag(Walked.Moving) && node.Input is { } last
            && record.Undo is { Stack: [var frame, ..] } && scene.Library.Find(new Place(frame.Dialog, frame.Step)) is { } from && _buttons.Twice(last, from, step) is { } again)
        {
            yield return again;
        }

        foreach (var place in walks.HasFlag(Walked.Texts) && !scene.Sms && !record.Stack.IsEmpty ? _places : [])
        {
            yield return place;
        }

        // On the web it is on the screen all the time.
        if (!scene.Sms && (walks.HasFlag(Walked.Moving) || walks.HasFlag(Walked.Clocks)))
        {
            yield return PathInput.CallTap;
        }

        if (walks.HasFlag(Walked.Moving))
        {
            yield return PathInput.Opinion(record.LastHeard);
        }

        foreach (var hub in walks.HasFlag(Walked.Moving) ? HubInputs.At(record) : [])
        {
            yield return hub;
        }

        foreach (var clock in record.Alarms.IsEmpty || !walks.HasFlag(Walked.Clocks) ? [] : _clocks)
        {
            yield return clock;
        }
    }

    /// <summary>Checks one turn.</summary>
    public void Check(Edge edge, int node, Expansion found)
    {
        for (var i = 0; i < invariants.Count; i++)
        {
            if (invariants[i].InPractice == !edge.IsPractice || !invariants[i].Applies(edge))
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

    private static CaseRecord NoHub(CaseRecord record) =>
        record with { Hub = false, Handoff = null, Alarms = [.. record.Alarms.Where(a => a.Kind != AlarmKind.Handoff)] };

    // Every other region, and every other language.
    private static IEnumerable<PathInput> Places(Scene scene) =>
        scene.Library.Regions.Keys.Where(r => r != scene.Region.Id).Order(StringComparer.Ordinal).Select(r => PathInput.Sets(r, scene.Language))
            .Concat(scene.Scripts.InAllLanguages().Where(l => l.Language != scene.Language).Select(l => PathInput.Sets(scene.Region.Id, l.Language)));
}
