namespace OverdoseBot.Journal;

/// <summary>News of a commit, for streams, the alarm clock and outboxes.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Turn">The number of the turn that was kept.</param>
/// <param name="NextDue">When the conversation's next alarm is due now; null when it has none.</param>
public sealed record Committed(string Conversation, long Turn, DateTimeOffset? NextDue)
{
    /// <summary>When the earliest message that the turn left for delivery may go; null when it left none.</summary>
    public DateTimeOffset? OutboxDue { get; init; }

    /// <summary>The turn as it will be read back, where this very program kept it just now; null where it is only told of.</summary>
    public LoggedTurn? Kept { get; init; }
}
