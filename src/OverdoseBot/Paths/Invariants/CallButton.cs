namespace OverdoseBot.Paths;

/// <summary>Rule 2, the button.</summary>
internal sealed class CallButton : Invariant
{
    public override string Number => "2c";

    public override string Title => "every message carries the number to call (guide.call)";

    public override bool Applies(Edge edge) => !edge.Sent.IsEmpty;

    public override string? Check(Edge edge) =>
        edge.Sent.Any(s => s.Call != edge.Scene.Emergency) ? $"a message without guide.call at {edge.To}" : null;
}
