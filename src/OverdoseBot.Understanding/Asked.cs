namespace OverdoseBot.Understanding;

/// <summary>Where a message was written: what had just been asked, and what a bare yes or no means there.</summary>
/// <param name="Dialog">The dialog, such as <c>respond</c>.</param>
/// <param name="Step">The step, such as <c>breathing</c>.</param>
/// <param name="Answers">The step's answer words.</param>
/// <param name="Yes">The answer word a bare yes gives; null when it says nothing.</param>
/// <param name="No">The answer word a bare no gives; null when it says nothing.</param>
/// <param name="Asks">The answers that the step's question asks for, first of all; empty: none in particular.</param>
public sealed record Asked(string Dialog, string Step, IReadOnlyList<string> Answers, string? Yes, string? No, IReadOnlyList<string>? Asks = null)
{
    /// <summary>True: a digit alone is the answer that it stands for in text messages (clinical.md 2.4 rule 8). Where none is shown it is a number.</summary>
    public bool Digits { get; init; } = true;

    /// <summary>True: the last message asked something else than the step does. What a bare yes or no was learned to mean at the step says nothing of it.</summary>
    public bool OfItsOwn { get; init; }
}
