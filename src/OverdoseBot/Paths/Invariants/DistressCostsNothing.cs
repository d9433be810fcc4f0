using System.Collections.Immutable;
using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>Rule 6: distress is heard beside what is said; the same message without it goes to the same step at the same times.</summary>
internal sealed class DistressCostsNothing : Invariant
{
    public const string Distress = "distress";

    public override string Number => "6b";

    public override string Title => "distress costs no step, clock or beat: with it and without it a message leads to the same step, clocks, doses and pace";

    // At the very start, where nothing else in the message leads on, it is the beginning of an emergency (clinical.md 2.3 S0).
    public override bool Applies(Edge edge) =>
        edge is { Error: null, Calm.Error: null } && !(edge.At == edge.Scene.Library.Scripts["respond"].Start && edge.Calm.To == edge.At);

    public override string? Check(Edge edge)
    {
        var calm = edge.Calm!;
        return edge.To != calm.To ? $"distress at {edge.At} leads to {edge.To}; without it, to {calm.To}"
            : !edge.After.Stack.SequenceEqual(calm.After.Stack) ? $"distress at {edge.At} changes what the step comes back to"
            : !edge.After.Doses.SequenceEqual(calm.After.Doses) ? $"distress at {edge.At} changes the doses"
            : !edge.After.Marks.Keys.SequenceEqual(calm.After.Marks.Keys) ? $"distress at {edge.At} changes the marks"
            : edge.Sent.LastOrDefault()?.Pace != calm.Sent.LastOrDefault()?.Pace ? $"distress at {edge.At} changes the beat"
            : Alone(edge.Input) ? Stands(edge) : Same(edge.After.Alarms, calm.After.Alarms) ? null : $"distress at {edge.At} changes a clock";
    }

    /// <summary>True when a message says nothing but how the writer is.</summary>
    public static bool Alone(PathInput input) => input.Facts.All(f => f is Distress or "how" or "wait");

    // Nothing else was said: all that ran goes on to the millisecond, and nothing of the step is counted once more.
    private static string? Stands(Edge edge)
    {
        var (before, after) = (edge.Before, edge.After);
        return before.Ended || before.LastHeard is null || edge.To != edge.At || before.Alarms.Any(a => a.Due <= edge.Now) ? null
            : !Same(before.Alarms, after.Alarms) ? $"distress at {edge.At} moves a clock"
            : after.CallAsked != before.CallAsked ? $"distress at {edge.At} uses up the question whether they are calling"
            : after.Silences != before.Silences || after.PromptsSent != before.PromptsSent ? $"distress at {edge.At} counts as an answer"
            : after.Undo != before.Undo ? $"distress at {edge.At} can no longer take the last answer back" : null;
    }

    // The end of a case hangs on when they wrote last, whatever they wrote, and so does the end of an unfinished plan.
    private static bool Same(ImmutableArray<SetAlarm> one, ImmutableArray<SetAlarm> other) =>
        one.Where(a => a.Kind is not (AlarmKind.End or AlarmKind.Forget)).SequenceEqual(other.Where(a => a.Kind is not (AlarmKind.End or AlarmKind.Forget)));
}
