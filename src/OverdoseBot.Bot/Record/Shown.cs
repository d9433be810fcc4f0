namespace OverdoseBot.Bot;

/// <summary>How the last message said its step: what stands beside it keeps its buttons, and panic hears the same words again.</summary>
/// <param name="When">The fact of the wording; null: it was the step's own.</param>
/// <param name="AsksCall">True: the question whether they are calling was put with it.</param>
public sealed record Shown(string? When, bool AsksCall);
