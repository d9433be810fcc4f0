namespace OverdoseBot.Understanding.Examples;

/// <summary>One labelled message; <c>*</c> in a label: it says nothing about it.</summary>
/// <param name="Dialog">Where it was written.</param>
/// <param name="Step">Where it was written.</param>
/// <param name="FirstAsked">The first answer that the step's question asks for; null: it has none, and the answer is not learned.</param>
/// <param name="Text">What was written.</param>
/// <param name="Answer">The answer it gives, or <c>unclear</c>.</param>
/// <param name="Facts">The facts it tells, with spaces between; <c>-</c>: none.</param>
/// <param name="Intent">What the writer wants.</param>
/// <param name="Distress">How the writer is.</param>
internal sealed record Example(string Dialog, string Step, string? FirstAsked, string Text, string Answer, string Facts, string Intent, string Distress);
