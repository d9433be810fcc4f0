namespace OverdoseBot.Paths;

/// <summary>Rule 10: no script leads into a fault.</summary>
internal sealed class NothingFails : Invariant
{
    public override string Number => "10b";

    public override string Title => "no turn fails by itself";

    public override bool? InPractice => null;

    public override bool Applies(Edge edge) => edge.Input.Kind != InputKind.Fault;

    public override string? Check(Edge edge) => edge.Error is { } error ? $"at {edge.At}: {error.Message}" : null;
}
