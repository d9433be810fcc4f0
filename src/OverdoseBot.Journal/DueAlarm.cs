namespace OverdoseBot.Journal;

/// <summary>A conversation whose alarm is due.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Due">When it is due, UTC, to the millisecond.</param>
public sealed record DueAlarm(string Conversation, DateTimeOffset Due);
