using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>Rule 7, what it says.</summary>
internal sealed class DoseClockRings : Invariant
{
    public override string Number => "7b";

    public override string Title => "the dose clock asks about breathing, not waking, at re-check";

    public override bool Applies(Edge edge) => edge.Rang?.Kind == AlarmKind.Clock;

    public override string? Check(Edge edge)
    {
        if (edge.To?.ToString() != "respond/re-check")
        {
            return $"the dose clock leads from {edge.At} to {edge.To}";
        }

        return !edge.Meant.SpeaksOfBreathing ? $"the dose clock does not ask about breathing (from {edge.At})"
            : edge.Meant.AsksWaking ? $"the dose clock speaks of waking (from {edge.At})" : null;
    }
}
