namespace OverdoseBot.Understanding.Examples;

/// <summary>One labelled message; <c>*</c> in a label: it says nothing about it.</summary>
/// <param name="Asked">The step it was written at.</param>
/// <param name="Text">What was written.</param>
/// <param name="Answer">The answer it gives, or <c>unclear</c>; learned only where the step asks for answers.</param>
/// <param name="Facts">The facts it tells, with spaces between; <c>-</c>: none.</param>
/// <param name="Intent">What the writer wants.</param>
/// <param name="Distress">How the writer is.</param>
/// <param name="Language">The language of the chat.</param>
internal sealed record Example(Asked Asked, string Text, string Answer, string Facts, string Intent, string Distress, string Language)
{
    /// <summary>What the question is about; null: the step asks for no answers.</summary>
    public string? FirstAsked => Asked.Asks is [var first, ..] ? first : null;
}
