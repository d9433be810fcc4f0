using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>Rule 10.</summary>
internal sealed class FaultIsSafe : Invariant
{
    public override string Number => "10a";

    public override string Title => "a fault inside a turn keeps the record, repeats the step and says the number";

    public override bool? InPractice => null;

    public override bool Applies(Edge edge) => edge.Input.Kind == InputKind.Fault;

    public override string? Check(Edge edge)
    {
        var (before, after) = (RecordJson.Write(edge.Before with { Alarms = [] }), RecordJson.Write(edge.After with { Alarms = [] }));
        if (!before.AsSpan().SequenceEqual(after) || edge.Before.Alarms.Length != edge.After.Alarms.Length)
        {
            return $"a fault at {edge.At} changes the record";
        }

        if (edge.IsPractice)
        {
            return edge.Said.Contains(edge.Scene.Emergency, StringComparison.Ordinal) ? null : $"a fault in a practice does not say {edge.Scene.Emergency}";
        }

        var step = edge.Before.Stack.IsEmpty ? edge.Scene.Library.Fallback : edge.At;
        return edge.Sent.IsEmpty || edge.Sent[^1].Step != step.ToString() ? $"a fault at {edge.At} does not repeat the step"
            : edge.Meant.TellsToCall ? null : $"a fault at {edge.At} does not say {edge.Scene.Emergency}";
    }
}
