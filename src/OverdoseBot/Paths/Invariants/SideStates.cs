namespace OverdoseBot.Paths;

/// <summary>Rule 4, where someone breathes.</summary>
internal sealed class SideStates : Invariant
{
    public override string Number => "4d";

    public override string Title => "in the recovery position, awake and the side states unreadable text asks about breathing and orders no dose and no pushes";

    public override bool Applies(Edge edge) => edge.Input is { Unclear: true, Facts.Count: 0 } && Places.Side(edge.At) && !edge.IsTalk;

    public override string? Check(Edge edge)
    {
        if (edge.To != edge.At)
        {
            return $"unclear at {edge.At} leads to {edge.To}";
        }

        if (edge.Meant.Orders)
        {
            return $"unclear at {edge.At} orders a dose or pushes";
        }

        return Places.Self(edge.At) || Places.DispatcherLeads(edge) || edge.Meant.SpeaksOfBreathing ? null : $"unclear at {edge.At} does not ask about breathing";
    }
}
