namespace OverdoseBot.Journal;

/// <summary>
/// The memory of every conversation. A turn is one transaction: the record, the log entry with its replies, what is to be
/// delivered and the next alarm are kept together, or nothing happened. The journal stores opaque text and bytes and makes no decision about care.
/// </summary>
/// <remarks>
/// Every member may be called from many threads at once. Members throw <see cref="ArgumentException"/> for values outside
/// <see cref="JournalLimits"/> before anything is written, <see cref="JournalException"/> when the store fails, and
/// <see cref="ObjectDisposedException"/> after disposal. Disposal lets commits that were accepted finish.
/// </remarks>
public interface IJournal : IAsyncDisposable
{
    /// <summary>
    /// Raised after a commit and before its <see cref="CommitAsync"/> returns, one at a time: in the order of commits, except that turns which several
    /// replicas or callers commit at the same moment may be told in another. What other replicas commit is told too, a little later; what is told may be told again. Handlers run inside
    /// the writer: they must return at once. What a handler throws is dropped (its type is logged).
    /// </summary>
    event Action<Committed>? Committed;

    /// <summary>Raised when other replicas may have committed without <see cref="Committed"/> having told of it: look again. Never by a store of one process.</summary>
    event Action? Missed
    {
        add { }
        remove { }
    }

    /// <summary>What turns left to be delivered (<see cref="TurnEntry.Outbox"/>). <see cref="Outbox"/> works on it.</summary>
    IOutboxRows OutboxRows { get; }

    /// <summary>
    /// Loads a conversation. When <paramref name="inboundKey"/> is among its last <see cref="JournalLimits.RecentKeys"/> turns,
    /// <see cref="Opened.Earlier"/> holds that turn: send its replies again and run nothing.
    /// </summary>
    ValueTask<Opened> BeginAsync(string conversation, string inboundKey, CancellationToken cancel);

    /// <summary>
    /// Keeps a turn, durable when this returns. Cancellation before the transaction began means that nothing happened;
    /// after that the outcome is awaited and <paramref name="cancel"/> has no effect.
    /// </summary>
    /// <returns>
    /// <see cref="CommitOutcome.Done"/>; <see cref="CommitOutcome.Duplicate"/> when the inbound key is already there (this wins over a
    /// conflict); <see cref="CommitOutcome.Conflict"/> when the version moved: begin again and run the turn anew.
    /// </returns>
    ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel);

    /// <summary>
    /// The turns after turn number <paramref name="after"/> (0 = from the first), oldest first, at most <paramref name="most"/> (1 or more).
    /// </summary>
    ValueTask<IReadOnlyList<LoggedTurn>> HistoryAsync(string conversation, long after, int most, CancellationToken cancel);

    /// <summary>
    /// Conversations whose alarm is due at <paramref name="now"/> or earlier, earliest first, at most <paramref name="most"/> (1 or more).
    /// </summary>
    ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel);

    /// <summary>When the earliest alarm of all conversations is due (it may be overdue), or null when none is set.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel);

    /// <summary>
    /// Deletes, record and log, every conversation whose person was last heard before <paramref name="olderThan"/> and which
    /// has no alarm set and nothing to deliver that had not expired by then, and wipes the deleted text from the store. Works in small transactions so that turns are not held up.
    /// </summary>
    /// <returns>How many conversations were deleted.</returns>
    ValueTask<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancel);

    /// <summary>
    /// Deletes a conversation with its record, log, alarm and undelivered messages, and wipes it from the store. No error when there is none.
    /// A turn that began before and commits after gets <see cref="CommitOutcome.Conflict"/>. Turn numbers start again at 1.
    /// </summary>
    ValueTask ForgetAsync(string conversation, CancellationToken cancel);
}
