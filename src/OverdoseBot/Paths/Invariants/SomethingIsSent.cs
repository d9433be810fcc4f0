using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>ARCHITECTURE section 4.</summary>
internal sealed class SomethingIsSent : Invariant
{
    public override string Number => "A";

    public override string Title => "no turn ends with nothing sent, but a tap on the call button, an opinion, the clock that forgets a plan, and talk with a person who joined";

    public override bool? InPractice => null;

    public override bool Applies(Edge edge) => edge.Input.Kind is not (InputKind.CallTap or InputKind.Opinion) && edge.Rang?.Kind != AlarmKind.Forget && !edge.IsTalk;

    public override string? Check(Edge edge) =>
        edge.Sent.IsEmpty || edge.Sent.Any(s => s.Text.Length == 0) ? $"nothing is sent at {edge.At} ({(edge.Rang is { } rang ? rang.Name : string.Join(", ", edge.Input.Facts))})" : null;
}
