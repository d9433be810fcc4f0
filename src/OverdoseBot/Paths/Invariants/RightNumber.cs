namespace OverdoseBot.Paths;

/// <summary>Rule 2, the number.</summary>
internal sealed class RightNumber : Invariant
{
    public override string Number => "2d";

    public override string Title => "the only number that a message tells to call is the emergency number of the place, or a human line of it";

    public override bool Applies(Edge edge) => !edge.Sent.IsEmpty;

    public override string? Check(Edge edge) =>
        edge.OwnMeant.WrongNumber is { } wrong ? $"in {edge.Scene.Region.Id} {edge.To} tells to call {wrong}" : null;
}
