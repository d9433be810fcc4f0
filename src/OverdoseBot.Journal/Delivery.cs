namespace OverdoseBot.Journal;

/// <summary>What became of a message: <see cref="Delivered"/>, <see cref="Retry"/> or <see cref="Dropped"/>, nothing else.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>The receiver has it: its row goes, and the next of its conversation and target may be sent.</summary>
    public sealed record Delivered : Delivery;

    /// <summary>It is tried again, and nothing behind it is sent before; at its end of life it is dropped instead.</summary>
    /// <param name="At">Not before this time, rounded up to a millisecond. <see cref="Backoff"/> finds one.</param>
    public sealed record Retry(DateTimeOffset At) : Delivery;

    /// <summary>It is given up: its row goes, and the next may be sent.</summary>
    /// <param name="Reason">A fixed phrase for the log, never content, a number or an id.</param>
    public sealed record Dropped(string Reason) : Delivery
    {
        /// <summary>True: its time was over; it was not refused.</summary>
        public bool Stale { get; init; }
    }
}

/// <summary>
/// Delivers one message of a target. It is never called twice at once for one conversation, but for many conversations at once; it must give up
/// by itself in bounded time. What it throws counts as a try that failed. After a crash it may be called again for a message that was delivered.
/// </summary>
/// <param name="row">The message.</param>
/// <param name="cancel">The program stops.</param>
public delegate Task<Delivery> Deliver(OutboxRow row, CancellationToken cancel);
