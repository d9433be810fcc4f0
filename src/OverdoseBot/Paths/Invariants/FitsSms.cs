using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>ARCHITECTURE section 5.</summary>
internal sealed class FitsSms : Invariant
{
    public override string Number => "B";

    public override string Title => "every SMS text is one segment of GSM-7";

    public override bool? InPractice => null;

    public override bool Applies(Edge edge) => edge.Scene.Sms && !edge.Sent.IsEmpty;

    public override string? Check(Edge edge) =>
        edge.Sent.FirstOrDefault(s => !Gsm7.FitsOne(s.Text)) is { } sent ? $"{Gsm7.Septets(sent.Text)?.ToString() ?? "not"} of 160 septets at {edge.To}: {sent.Text}" : null;
}
