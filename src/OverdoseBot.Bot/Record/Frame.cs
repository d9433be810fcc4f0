namespace OverdoseBot.Bot;

/// <summary>One dialog on the stack, as it is saved: names only, so that new scripts may be deployed under a live conversation.</summary>
/// <param name="Dialog">The dialog.</param>
/// <param name="Step">Its current step.</param>
/// <param name="Then">The step it goes on at when the dialog above it ends; null when none was begun.</param>
public sealed record Frame(string Dialog, string Step, string? Then);
