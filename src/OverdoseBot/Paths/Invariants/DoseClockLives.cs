using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>Rule 7, what does not stop it.</summary>
internal sealed class DoseClockLives : Invariant
{
    public override string Number => "7c";

    public override string Title => "a running dose clock keeps its time until it rings, a new dose, awake, a dose taken back, or the end of the case";

    public override bool Applies(Edge edge) =>
        edge.Error is null && edge.Rang?.Kind is not (AlarmKind.Clock or AlarmKind.End) && Clock(edge.Before) is not null
        && edge.To is { } to && !Places.EndsDoseClock(to) && !edge.Input.Facts.Contains("correction") && !RangAtOnce(edge) && !IsTakenBack(edge);

    public override string? Check(Edge edge)
    {
        var (before, after) = (Clock(edge.Before)!, Clock(edge.After));
        return after is null ? $"the dose clock is lost on the way from {edge.At} to {edge.To}"
            : after.Due < before.Due && !edge.Input.Facts.Contains("dose-given") ? $"the dose clock comes early on the way from {edge.At} to {edge.To}"
            : null;
    }

    // "Gave it 5 minutes ago", when the device was only shown till then: it is due, and rings within the turn.
    private static bool RangAtOnce(Edge edge) => edge.Input.Facts.Contains("dose-given") && edge.After.LastLook == edge.Now;

    // "Wait, I did not give it": the clock of that dose goes with it, and the dose before has its own.
    private static bool IsTakenBack(Edge edge) => edge.Input.Facts.Contains("not-given") && edge.After.Doses.Length == edge.Before.Doses.Length - 1;

    private static SetAlarm? Clock(CaseRecord record) => record.Alarms.FirstOrDefault(a => a.Kind == AlarmKind.Clock);
}
