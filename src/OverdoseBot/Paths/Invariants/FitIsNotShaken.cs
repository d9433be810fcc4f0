namespace OverdoseBot.Paths;

/// <summary>Clinical reference 1.3: a fit is not held down, and after it comes the look.</summary>
internal sealed class FitIsNotShaken : Invariant
{
    public override string Number => "J";

    public override string Title => "who has a fit, or had one, is not shaken and not rubbed";

    public override bool Applies(Edge edge) =>
        edge.Input is { IsMessage: true, Doubtful: false } && edge.Input.Facts.Any(f => f is "seizure" or "fit-over") && edge.Error is null && !edge.IsTalk;

    public override string? Check(Edge edge) => edge.To?.ToString() == "respond/wake" ? $"told of a fit at {edge.At}, and shaken awake" : null;
}
