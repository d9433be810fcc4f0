namespace OverdoseBot.Paths;

/// <summary>Rule 9, the way out.</summary>
internal sealed class PracticeCanBeLeft : Invariant
{
    private static readonly string[] _bad = ["stopped-breathing", "slow", "not-waking", "blue", "emergency"];

    public override string Number => "9b";

    public override string Title => "bad news typed in a practice gets the number and the way out, and the second such message takes it";

    public override bool? InPractice => null;

    public override bool Applies(Edge edge) =>
        edge.Before.Drill is not null && edge.Input is { Kind: InputKind.Text, Text: { } text } && _bad.Any(edge.Input.Facts.Contains) && !text.All(char.IsAsciiDigit);

    public override string? Check(Edge edge) => edge.After.Drill switch
    {
        null => edge.IsPractice ? $"bad news at {edge.At} ends the practice as if it had been played" : null,
        _ when edge.Before.Drill!.Doubted => $"a second {string.Join(" and ", edge.Input.Facts.Order(StringComparer.Ordinal))} stays a practice",
        { Doubted: true } when edge.Said.Contains(edge.Scene.Emergency, StringComparison.Ordinal) => null,
        _ => $"typed {string.Join(" and ", edge.Input.Facts.Order(StringComparer.Ordinal))} in a practice: the way out is not offered",
    };
}
