using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>Rule 7, when the clock starts.</summary>
internal sealed class DoseClock : Invariant
{
    private static readonly TimeSpan _wait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _apart = TimeSpan.FromSeconds(90);

    // Two clocks never ring at one millisecond.
    private static readonly TimeSpan _slack = TimeSpan.FromMilliseconds(10);

    public override string Number => "7a";

    public override string Title => "the dose clock is set to 2:00 after the dose said (or, unsaid, after the device message)";

    public override bool Applies(Edge edge) => edge.Error is null && edge.To is { } to && !Places.EndsDoseClock(to) && !edge.After.Ended && Start(edge) is not null;

    public override string? Check(Edge edge)
    {
        var due = Start(edge)!.Value + _wait;
        var clock = edge.After.Alarms.FirstOrDefault(a => a.Kind == AlarmKind.Clock);
        if (due <= edge.Now && (clock is null || clock.Due <= edge.Now))
        {
            return Overdue(edge) ? null : $"an overdue dose is not said at {edge.To}";
        }

        if (due < edge.Now && Places.Calm(edge.At))
        {
            // Where no clock ran it is set with the first step of the response, and rings at once.
            due = edge.Now;
        }

        if (edge.After.LastLook is { } look && look + _apart > due)
        {
            due = look + _apart;
        }

        return clock is null ? $"no dose clock at {edge.To} after {What(edge)}"
            : clock.Due - due <= _slack && due - clock.Due <= _slack ? null
            : $"the dose clock at {edge.To} rings {(clock.Due - due).TotalSeconds:+0;-0} s off after {What(edge)}";
    }

    // "Gave it 5 minutes ago": looked at now, or remembered for the next words about breathing.
    private static bool Overdue(Edge edge) =>
        edge.To?.ToString() == "respond/re-check" || edge.After.Has("dose-due") || edge.Meant.SpeaksOfNextDose;

    // A new dose, or a device message of this turn when no dose was told in it.
    private static DateTimeOffset? Start(Edge edge)
    {
        if (edge.Input.IsMessage && edge.Input.Facts.Contains("dose-given") && edge.After.Doses.Length > edge.Before.Doses.Length)
        {
            var told = edge.Now - (edge.Input.Ago ?? TimeSpan.Zero);
            var again = edge.Before.Doses.Contains(told);
            return again || edge.After.Doses[^1] > told || (edge.After.Marks.GetValueOrDefault("device")?.Last == edge.Now && edge.Now > told) ? null : told;
        }

        return edge.After.Marks.GetValueOrDefault("device")?.Last == edge.Now && edge.Sent.Length > 0 ? edge.Now : null;
    }

    private static string What(Edge edge) => edge.Input.Facts.Contains("dose-given") ? "a dose" : "a device message";
}
