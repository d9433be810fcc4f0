using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>Rule 2, the question.</summary>
internal sealed class CallQuestion : Invariant
{
    private const int Most = 3;

    public override string Number => "2b";

    public override string Title => "whether they are calling is asked at most 3 times";

    public override bool Applies(Edge edge) => edge.Error is null && edge.Input.Kind is not (InputKind.Opinion or InputKind.Hub) && Asks(edge) && !StillAsks(edge);

    public override string? Check(Edge edge)
    {
        // Leaving a dialog that ends the case opens a new one, in which nothing was asked yet; so does forgetting the one that is over.
        var isNew = (edge.Scene.Library.Scripts[edge.At.Dialog].EndsCase && edge.To?.Dialog != edge.At.Dialog) || edge is { Before.Forget: true, After.Forget: false };
        var asked = isNew ? 0 : edge.Before.CallAsked;
        return asked >= Most ? $"asked once more at {edge.To}" : edge.After.CallAsked <= asked ? $"asked and not counted at {edge.To}" : null;
    }

    // Panic is answered with the step as it stands on the screen, and nobody who joins takes its buttons away: nothing is asked anew.
    private static bool StillAsks(Edge edge) =>
        (edge.Rang is { Kind: AlarmKind.Handoff }
            || (edge.Input is { Facts.Count: > 0, Doubtful: false } && edge.Input.Facts.All(f => f is "distress" or "human" or "self-harm" or "how" or "wait")))
        && edge.To == edge.At && edge.Before.Shown is { AsksCall: true } before && edge.After.Shown is { AsksCall: true } after && after.When == before.When
        && edge.After.CallAsked == edge.Before.CallAsked;

    private static bool Asks(Edge edge)
    {
        var ask = edge.Scene.Library.CallLine.Ask;
        var digit = edge.Scene.Library.Digits.TryGetValue(ask.Answer, out var d) ? $"{d} {ask.Sms}" : null;
        return edge.Sent.Any(s => s.Buttons.Any(b => b.Answer == ask.Answer) || (edge.Scene.Sms && digit is not null && s.Text.Contains(digit, StringComparison.Ordinal)));
    }
}
