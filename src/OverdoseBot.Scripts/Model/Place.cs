namespace OverdoseBot.Scripts;

/// <summary>A step of a dialog, by name: <c>respond/breathing</c>. Names, never indexes, are what is saved.</summary>
/// <param name="Dialog">The dialog's name.</param>
/// <param name="Step">The step's name.</param>
public sealed record Place(string Dialog, string Step)
{
    /// <inheritdoc />
    public override string ToString() => $"{Dialog}/{Step}";

    /// <summary>Reads <c>dialog/step</c>.</summary>
    /// <exception cref="FormatException">There is not exactly one slash with a word on each side.</exception>
    public static Place Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < text.Length - 1 && text.IndexOf('/', slash + 1) < 0
            ? new Place(text[..slash], text[(slash + 1)..])
            : throw new FormatException($"\"{text}\" is not of the form dialog/step.");
    }
}
