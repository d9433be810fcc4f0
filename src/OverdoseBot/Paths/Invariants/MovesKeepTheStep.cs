namespace OverdoseBot.Paths;

/// <summary>ARCHITECTURE section 5: where the person is and what they read changes words only.</summary>
internal sealed class MovesKeepTheStep : Invariant
{
    public override string Number => "F";

    public override string Title => "another region or language changes words only: the step and the doses stay";

    public override bool Applies(Edge edge) =>
        edge.Input.Kind == InputKind.Set
        || (edge.Input is { IsMessage: true, OnlyWords: true } && (edge.Before.Region != edge.After.Region || edge.Before.Language != edge.After.Language));

    public override string? Check(Edge edge)
    {
        var (region, language) = edge.Input.Place ?? (edge.After.Region, edge.After.Language);
        return edge.After.Region != region || edge.After.Language != language ? $"{edge.Input.Shown} at {edge.At} is not taken"
            : edge.To != edge.At ? $"{edge.Input.Shown} leads from {edge.At} to {edge.To}"
            : !edge.After.Doses.SequenceEqual(edge.Before.Doses) ? $"{edge.Input.Shown} at {edge.At} changes the doses"
            : edge.Before.Shown?.When != edge.After.Shown?.When ? $"{edge.Input.Shown} at {edge.At} says another form of the step" : null;
    }
}
