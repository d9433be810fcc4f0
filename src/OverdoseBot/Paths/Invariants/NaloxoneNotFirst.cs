namespace OverdoseBot.Paths;

/// <summary>Rule 3, the order.</summary>
internal sealed class NaloxoneNotFirst : Invariant
{
    private static readonly string[] _inHand = ["kit-here", "nasal", "injection", "dose-due", "dose-given", "device"];

    public override string Number => "3b";

    public override string Title => "naloxone is not raised before breaths or pushes, unless a kit is in hand or a next dose is due";

    public override bool Applies(Edge edge) => edge.Input.IsMessage && BadBreathing.Said(edge) && !InHand(edge);

    public override string? Check(Edge edge) => edge.Meant.NaloxoneFirst ? $"naloxone first in the reply of {edge.To} to a message at {edge.At}" : null;

    private static bool InHand(Edge edge) => !edge.Before.Doses.IsEmpty || _inHand.Any(f => edge.Before.Has(f) || edge.Input.Facts.Contains(f));
}
