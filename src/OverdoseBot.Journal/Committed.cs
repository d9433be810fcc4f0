namespace OverdoseBot.Journal;

/// <summary>News of a commit, for streams and the alarm clock.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Turn">The number of the turn that was kept.</param>
/// <param name="NextDue">When the conversation's next alarm is due now; null when it has none.</param>
public sealed record Committed(string Conversation, long Turn, DateTimeOffset? NextDue);
