namespace OverdoseBot.Journal;

/// <summary>
/// The messages that wait for delivery, a part of <see cref="IJournal"/>. Only the oldest message of a conversation and target, its head, is ever
/// handed out; the next one becomes the head when that one is settled.
/// </summary>
public interface IOutboxRows
{
    /// <summary>
    /// Hands out heads of a target that are due at <paramref name="now"/>, the longest due first, at most <paramref name="most"/> (1 or more). What is
    /// handed out is not handed out again until it is settled, or the journal is opened anew. Heads that have expired are among them: drop them.
    /// </summary>
    ValueTask<IReadOnlyList<OutboxRow>> ClaimAsync(string target, DateTimeOffset now, int most, CancellationToken cancel);

    /// <summary>When the earliest head of a target that nobody has in hand is due (it may be overdue), or null when there is none.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync(string target, CancellationToken cancel);

    /// <summary>When the turn ran that left the oldest message of a target that is not settled yet, or null when there is none. For measuring.</summary>
    ValueTask<DateTimeOffset?> OldestAsync(string target, CancellationToken cancel);

    /// <summary>
    /// Says what became of a message that was handed out, durable when this returns. A second word about the same message, or about one that a later
    /// turn dropped meanwhile, changes nothing.
    /// </summary>
    ValueTask SettleAsync(OutboxRow row, Delivery outcome, CancellationToken cancel);
}
