namespace OverdoseBot.Bot;

/// <summary>How the last message said its step: what stands beside it keeps its buttons, and panic hears the same words again.</summary>
/// <param name="When">The fact of the wording; null: it was the step's own.</param>
/// <param name="AsksCall">True: the question whether they are calling was put with it.</param>
public sealed record Shown(string? When, bool AsksCall)
{
    /// <summary>The step, as <c>dialog/step</c>, that asks what this message asked in place of its own step's question; null: it asked its own, or nothing.</summary>
    public string? AnsweredAt { get; init; }

    /// <summary>How a message was said; null where there is nothing to be told of it.</summary>
    public static Shown? Of(string? when, bool asksCall, Place? answeredAt) =>
        when is null && !asksCall && answeredAt is null ? null : new(when, asksCall) { AnsweredAt = answeredAt?.ToString() };
}
