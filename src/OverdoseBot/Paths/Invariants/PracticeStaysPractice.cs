namespace OverdoseBot.Paths;

/// <summary>Rule 9, buttons, digits and clocks.</summary>
internal sealed class PracticeStaysPractice : Invariant
{
    public override string Number => "9c";

    public override string Title => "buttons of a practice, digits and its clocks never lead to a real emergency";

    public override bool? InPractice => null;

    public override bool Applies(Edge edge) =>
        edge.Before.Drill is not null && edge.Input is { Kind: InputKind.Tap or InputKind.StaleTap or InputKind.Clock } or { Kind: InputKind.Text, Text.Length: 1 }
        && (edge.Input.Text is null || char.IsAsciiDigit(edge.Input.Text[0]));

    public override string? Check(Edge edge) => edge.IsPractice ? null : $"{edge.Input.Name} in a practice leads to {edge.To}";
}
