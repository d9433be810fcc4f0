namespace OverdoseBot.Bot;

/// <summary>Which buttons the last message had: a message beside it keeps them on the screen.</summary>
/// <param name="When">The fact of the wording that they belong to; null: they are the step's own.</param>
/// <param name="AsksCall">True: the question whether they are calling was among them.</param>
public sealed record Shown(string? When, bool AsksCall);
