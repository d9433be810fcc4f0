namespace OverdoseBot.Journal;

/// <summary>A conversation as a turn finds it.</summary>
/// <param name="Record">What the last turn stored, or null in a new conversation.</param>
/// <param name="Version">
/// To be handed back in <see cref="TurnEntry.Version"/>. 0 in a new conversation; otherwise a number that grows with every commit
/// (not by one) and is never used again, not even after the conversation was forgotten.
/// </param>
/// <param name="Earlier">The turn that this inbound key was already committed with; null when the turn is to be run.</param>
public sealed record Opened(ReadOnlyMemory<byte>? Record, long Version, LoggedTurn? Earlier);
