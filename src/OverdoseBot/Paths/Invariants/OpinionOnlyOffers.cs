namespace OverdoseBot.Paths;

/// <summary>Rule 6: whatever another opinion is worth, it costs no step, turn, clock or beat.</summary>
internal sealed class OpinionOnlyOffers : Invariant
{
    public override string Number => "6a";

    public override string Title => "another opinion on distress offers a person or says nothing; no step, clock, dose or mark is changed, and it asks nothing";

    public override bool Applies(Edge edge) => edge.Input.Kind == InputKind.Opinion;

    public override string? Check(Edge edge) =>
        edge.After with { Told = edge.Before.Told } != edge.Before ? $"an opinion changes the record at {edge.At}"
        : edge.Sent.IsEmpty ? edge.After == edge.Before ? null : $"an opinion offers nothing and is noted at {edge.At}"
        : edge.Sent.Length > 1 ? $"an opinion sends {edge.Sent.Length} messages at {edge.At}"
        : edge.Meant.TellsCare || edge.Meant.Orders ? $"an opinion tells what to do at {edge.At}"
        : AsksAnew(edge) ? $"an opinion asks whether they are calling at {edge.At}" : null;

    // The question may stand among the buttons only where the message beside it has it.
    private static bool AsksAnew(Edge edge) =>
        edge.Sent[0].Buttons.Any(b => b.Answer == edge.Scene.Library.CallLine.Ask.Answer) && edge.Before.Shown is not { AsksCall: true };
}
