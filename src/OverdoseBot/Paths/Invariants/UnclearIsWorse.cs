namespace OverdoseBot.Paths;

/// <summary>Rule 4, what cannot be read.</summary>
internal sealed class UnclearIsWorse : Invariant
{
    public override string Number => "4a";

    public override string Title => "in call, wake and breathing what is unclear counts as the worse answer";

    public override bool Applies(Edge edge) => edge.Input is { Unclear: true, Facts.Count: 0 } && Places.Asks(edge.At) && edge.To is not null && !edge.IsTalk;

    public override string? Check(Edge edge) =>
        Places.Rank(edge.To) > Places.Rank(edge.At) ? null : $"unclear at {edge.At} leads to {edge.To}";
}
