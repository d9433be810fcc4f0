using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>Rule 4, busy hands.</summary>
internal sealed class HandsBusy : Invariant
{
    public override string Number => "4c";

    public override string Title => "in breaths, pushes, naloxone, re-check and stay-on silence changes no step";

    public override bool Applies(Edge edge) =>
        edge.To is { } to && (Places.Busy(to) || (edge.Rang is { Kind: not AlarmKind.Clock } && Places.Busy(edge.At)));

    public override string? Check(Edge edge)
    {
        if (Places.Busy(edge.To!) && edge.After.Alarms.Any(a => a.Kind == AlarmKind.Silence))
        {
            return $"a silence clock at {edge.To}";
        }

        var quiet = edge.Rang is { Kind: not AlarmKind.Clock } && Places.Busy(edge.At);
        return quiet && !edge.After.Stack.SequenceEqual(edge.Before.Stack) ? $"silence at {edge.At} leads to {edge.To}" : null;
    }
}
