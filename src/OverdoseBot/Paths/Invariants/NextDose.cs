using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>Rule 5, the dose.</summary>
internal sealed class NextDose : Invariant
{
    private static readonly string[] _atHand = ["kit-here", "nasal", "injection"];

    public override string Number => "5b";

    public override string Title => "stopped breathing says the next dose when one may be due or is at hand";

    public override bool Applies(Edge edge) =>
        edge.Input.IsMessage && edge.Input.Facts.Contains("stopped-breathing") && edge.At.Dialog != "after" && Due(edge);

    public override string? Check(Edge edge) => edge.Meant.SpeaksOfNaloxone ? null : $"stopped breathing at {edge.At}: no dose is said in {edge.To}";

    // While a dose clock runs it says when the next dose is; nobody needs to be told earlier.
    private static bool Due(Edge edge) => edge.Before.Has("dose-due")
        || (AtHand(edge) && !edge.Input.Facts.Contains("dose-given") && edge.Before.Alarms.All(a => a.Kind != AlarmKind.Clock));

    private static bool AtHand(Edge edge) =>
        _atHand.Any(f => edge.Before.Has(f) || edge.Input.Facts.Contains(f)) && !edge.Input.Facts.Contains("no-kit");
}
