namespace OverdoseBot.Paths;

/// <summary>Rule 7, looks at the chest.</summary>
internal sealed class LooksApart : Invariant
{
    private static readonly TimeSpan _apart = TimeSpan.FromSeconds(90);

    public override string Number => "7d";

    public override string Title => "no two looks by the clock within 90 s during pushes";

    public override bool Applies(Edge edge) => Looks.At(edge) is not null;

    public override string? Check(Edge edge) =>
        edge.Looked is { } last && edge.Now - last < _apart ? $"{edge.Rang!.Name} looks {(edge.Now - last).TotalSeconds:0} s after the last look, at {edge.At}" : null;
}
