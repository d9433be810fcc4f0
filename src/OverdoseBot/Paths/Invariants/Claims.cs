namespace OverdoseBot.Paths;

/// <summary>Rule 8, in part.</summary>
internal sealed class Claims : Invariant
{
    public override string Number => "8";

    public override string Title => "no message claims to have called anyone, asks for a name or blames";

    public override bool Applies(Edge edge) => !edge.Sent.IsEmpty;

    public override string? Check(Edge edge) => edge.Own.FirstOrDefault(s => edge.Scene.Meant(s.Text).Claims) is { } sent ? $"at {edge.To}: {sent.Text}" : null;
}
