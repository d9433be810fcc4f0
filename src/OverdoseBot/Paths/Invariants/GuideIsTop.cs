namespace OverdoseBot.Paths;

/// <summary>ARCHITECTURE section 6.</summary>
internal sealed class GuideIsTop : Invariant
{
    public override string Number => "C";

    public override string Title => "every reply's guide.step is the step the record is at";

    public override bool Applies(Edge edge) => !edge.Sent.IsEmpty && edge.Input.Kind != InputKind.Fault;

    public override string? Check(Edge edge) =>
        edge.Sent.FirstOrDefault(s => s.Step != edge.To?.ToString()) is { } sent ? $"a message of {sent.Step} while the record is at {edge.To}" : null;
}
