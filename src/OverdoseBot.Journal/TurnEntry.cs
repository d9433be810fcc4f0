namespace OverdoseBot.Journal;

/// <summary>One turn to be kept.</summary>
/// <param name="Conversation">Its conversation: 1 to <see cref="JournalLimits.KeyLength"/> characters, well-formed, without NUL.</param>
/// <param name="Version">The <see cref="Opened.Version"/> that the turn ran on.</param>
/// <param name="InboundKey">
/// What makes this input the same input when it is delivered again: 1 to <see cref="JournalLimits.KeyLength"/> characters, well-formed, without NUL.
/// </param>
/// <param name="Record">The conversation's new record. Not to be changed until the commit returned.</param>
/// <param name="Inbound">The input (activity JSON), or null when there was none to keep. Any characters.</param>
/// <param name="Outgoing">The replies (activity JSON), in order. Any characters.</param>
/// <param name="NextDue">When this conversation's next alarm rings, rounded up to a millisecond; null clears it.</param>
/// <param name="At">When the turn ran, kept to the millisecond.</param>
/// <param name="FromPerson">Whether a person caused it; retention counts from the last such turn (or the first turn of all).</param>
public sealed record TurnEntry(
    string Conversation,
    long Version,
    string InboundKey,
    ReadOnlyMemory<byte> Record,
    string? Inbound,
    IReadOnlyList<string> Outgoing,
    DateTimeOffset? NextDue,
    DateTimeOffset At,
    bool FromPerson)
{
    /// <summary>What this turn leaves to be delivered, in order: behind everything of the conversation that still waits for the same target.</summary>
    public IReadOnlyList<OutboxEntry> Outbox { get; init; } = [];

    /// <summary>True: what earlier turns of the conversation left perishable and undelivered is dropped, because this turn makes it stale.</summary>
    public bool DropsPerishable { get; init; }

    /// <summary>
    /// What the conversation's earlier turns since then kept of text is deleted by the same commit: inputs and replies. Their numbers, keys and times stay,
    /// and a repeat of one of them is answered with nothing. Null: nothing is deleted.
    /// </summary>
    public DateTimeOffset? ErasesSince { get; init; }
}
