namespace OverdoseBot.Scripts;

/// <summary>Where in a file something stands, so that a fault can be found.</summary>
/// <param name="File">Path below <c>dialogs/</c>.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public sealed record Spot(string File, int Line, int Column)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line}:{Column}";
}
