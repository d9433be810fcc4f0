using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>Rule 2, the line.</summary>
internal sealed class CallLineHeads : Invariant
{
    public override string Number => "2a";

    public override string Title => "the call line heads every triage and emergency reply until called, dispatcher on the line, or crew";

    public override bool Applies(Edge edge) =>
        edge.Kind is StepKind.Triage or StepKind.Emergency && !edge.Sent.IsEmpty && !HubInputs.Says(edge.Input)
        && !edge.Knows("called") && !edge.Knows("crew-here") && !edge.Knows("dispatcher-leading");

    public override string? Check(Edge edge)
    {
        var step = edge.Scene.Library.Find(edge.To!)!;
        var heads = step.SaysCall ? edge.Meant.TellsToCall : edge.Scene.Meant(edge.Sent[0].Text).HeadedByCall;
        return heads ? null : $"no call line at {edge.To}{(edge.Rang is { } rang ? $" when {rang.Name} rings" : "")}: {Short(edge)}";
    }

    private static string Short(Edge edge) => edge.Sent[0].Text is { Length: > 40 } text ? text[..40] + " …" : edge.Sent[0].Text;
}
