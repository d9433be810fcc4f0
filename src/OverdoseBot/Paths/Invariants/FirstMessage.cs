namespace OverdoseBot.Paths;

/// <summary>Rule 1.</summary>
internal sealed class FirstMessage : Invariant
{
    public override string Number => "1";

    public override string Title => "the first message says the number (and, before anyone types, when to call)";

    public override bool Applies(Edge edge) => edge.Before.Stack.IsEmpty && edge.Input.Kind is not (InputKind.Clock or InputKind.CallTap or InputKind.Opinion);

    public override string? Check(Edge edge)
    {
        if (edge.Sent.IsEmpty || !edge.Meant.TellsToCall)
        {
            return $"the first reply does not tell to call {edge.Scene.Emergency}";
        }

        return edge.Input.Kind != InputKind.Greet || edge.Scene.Meant(edge.Sent[0].Text).SaysWhenToCall ? null : "the greeting does not say when to call";
    }
}
