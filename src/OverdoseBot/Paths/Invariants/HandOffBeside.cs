using System.Collections.Immutable;
using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>Rule 6: a person who joins stands beside the steps (clinical.md 2.4 rule 9): bad news moves them, and no clock waits for a hub.</summary>
internal sealed class HandOffBeside : Invariant
{
    // A ring is known by its time: the wait for a person may push another clock on by as much.
    private static readonly TimeSpan _apart = TimeSpan.FromMilliseconds(1);

    public override string Number => "6c";

    public override string Title => "with a person asked for or here, steps, clocks, doses and marks go as they would without; what the hub does changes none of them";

    // A plan for home is asked for word by word, and forgotten with the turn after: its words are answers, whoever else reads them.
    public override bool Applies(Edge edge) => edge is { Error: null, At.Dialog: not "plan" } && (edge.Input.Kind == InputKind.Hub || edge.WithoutHub is { Error: null });

    public override string? Check(Edge edge) => edge.Input.Kind == InputKind.Hub ? OfTheHub(edge) : edge.IsTalk ? OfTalk(edge) : OfTheStep(edge);

    private static string? OfTheHub(Edge edge)
    {
        var (before, after) = (edge.Before, edge.After);
        return after with { Handoff = before.Handoff, Told = before.Told, Alarms = before.Alarms } != before ? $"{edge.Input.Shown} changes the record at {edge.At}"
            : !Same(after.Alarms, before.Alarms) ? $"{edge.Input.Shown} moves a clock at {edge.At}"
            : edge.Sent.IsEmpty ? $"{edge.Input.Shown} at {edge.At} is not told"
            : !HubInputs.Says(edge.Input) && (edge.Meant.TellsCare || edge.Meant.Orders) ? $"{edge.Input.Shown} tells what to do at {edge.At}" : null;
    }

    private static string? OfTalk(Edge edge) =>
        !edge.After.Stack.SequenceEqual(edge.Before.Stack) || !Same(edge.After.Alarms, edge.Before.Alarms) ? $"talk at {edge.At} moves a step or a clock" : null;

    private static string? OfTheStep(Edge edge)
    {
        var (with, without) = (edge.After, edge.WithoutHub!.After);
        return !with.Stack.SequenceEqual(without.Stack) ? $"{edge.Input.Name} at {edge.At} leads to {edge.To}; without a hub, to {edge.WithoutHub.To}"
            : !with.Doses.SequenceEqual(without.Doses) || !with.Marks.Keys.SequenceEqual(without.Marks.Keys) ? $"{edge.Input.Name} at {edge.At} is kept differently with a hub"
            : Same(with.Alarms, without.Alarms) ? null : $"{edge.Input.Name} at {edge.At} sets other clocks with a hub";
    }

    private static bool Same(ImmutableArray<SetAlarm> one, ImmutableArray<SetAlarm> other)
    {
        var (a, b) = (Steps(one), Steps(other));
        return a.Count == b.Count && a.Zip(b).All(p => (p.First.Kind, p.First.Name) == (p.Second.Kind, p.Second.Name) && (p.First.Due - p.Second.Due).Duration() <= _apart);
    }

    private static List<SetAlarm> Steps(ImmutableArray<SetAlarm> alarms) =>
        [.. alarms.Where(a => a.Kind is not (AlarmKind.Handoff or AlarmKind.End)).OrderBy(a => a.Kind).ThenBy(a => a.Name, StringComparer.Ordinal)];
}
