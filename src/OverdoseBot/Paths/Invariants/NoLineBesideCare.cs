namespace OverdoseBot.Paths;

/// <summary>Rule 6: until awake or crew the human is the dispatcher; a second call can drop the first.</summary>
internal sealed class NoLineBesideCare : Invariant
{
    public override string Number => "6d";

    public override string Title => "no line can be tapped (guide.line) beside breaths, pushes, naloxone, re-check or stay-on";

    public override bool Applies(Edge edge) => edge.To is { } to && Places.Busy(to) && !edge.Sent.IsEmpty;

    public override string? Check(Edge edge) => edge.Sent.FirstOrDefault(s => s.HasLine) is { } sent ? $"a line can be tapped at {edge.To}: {sent.Text}" : null;
}
