namespace OverdoseBot.Paths;

/// <summary>ARCHITECTURE section 5: a tap that belongs to a step no longer current.</summary>
internal sealed class TappedTwice : Invariant
{
    public override string Number => "I";

    public override string Title => "a button tapped twice leads no further than tapped once";

    public override bool Applies(Edge edge) => edge.Input.Kind == InputKind.DoubleTap;

    public override string? Check(Edge edge) => edge.To == edge.At ? null : $"{edge.Input.Shown} leads from {edge.At} to {edge.To}";
}
