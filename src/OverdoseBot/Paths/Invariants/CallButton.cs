namespace OverdoseBot.Paths;

/// <summary>Rule 2, the button.</summary>
internal sealed class CallButton : Invariant
{
    public override string Number => "2c";

    public override string Title => "every message carries the number to call (guide.call), where the place is known";

    public override bool? InPractice => null;

    public override bool Applies(Edge edge) => !edge.Sent.IsEmpty;

    public override string? Check(Edge edge) =>
        edge.Sent.Any(s => s.Call != edge.Scene.Region.Dial) ? $"a message without the right guide.call at {edge.To}" : null;
}
