namespace OverdoseBot.Paths;

/// <summary>ARCHITECTURE section 5: translations.</summary>
internal sealed class InTheirLanguage : Invariant
{
    public override string Number => "G";

    public override string Title => "every reply is in the person's language and tells to call in no other";

    public override bool? InPractice => null;

    public override bool Applies(Edge edge) => !edge.Sent.IsEmpty;

    public override string? Check(Edge edge)
    {
        if (edge.Sent.Any(s => s.Locale != edge.After.Language))
        {
            return $"a message at {edge.To} is not marked as {edge.After.Language}";
        }

        return edge.OwnMeant.IsForeign ? $"a message at {edge.To} tells to call in another language than {edge.Scene.Language}" : null;
    }
}
