namespace OverdoseBot.Paths;

/// <summary>Rule 3, the reply.</summary>
internal sealed class BadBreathing : Invariant
{
    public override string Number => "3a";

    public override string Title => "the reply to any bad-breathing word tells breaths or pushes";

    // The dispatcher outranks the bot: a step that was told already is not told over the dispatcher's words.
    public override bool Applies(Edge edge) => edge.Input.IsMessage && Said(edge) && !(Places.DispatcherLeads(edge) && Places.Busy(edge.At));

    public override string? Check(Edge edge) =>
        edge.Meant.TellsCare ? null
        : $"told {string.Join(" and ", edge.Input.Facts.Order(StringComparer.Ordinal))} at {edge.At}, replies from {edge.To} without breaths or pushes";

    /// <summary>True when the message says that breathing is absent, gasping or slow.</summary>
    public static bool Said(Edge edge) => edge.Input.Facts.Contains("stopped-breathing") || edge.Input.Facts.Contains("slow");
}
