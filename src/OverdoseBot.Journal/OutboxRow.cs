namespace OverdoseBot.Journal;

/// <summary>A message handed out for delivery.</summary>
/// <param name="Number">Its number in this journal: the same at every try and never used again, so that a receiver can know a second one.</param>
/// <param name="Conversation">The conversation.</param>
/// <param name="Target">Who delivers it.</param>
/// <param name="Body">What to deliver, as it was given.</param>
/// <param name="Perishable">Whether a later turn may drop it.</param>
/// <param name="At">When the turn ran that wrote it, UTC, to the millisecond.</param>
/// <param name="Expires">From here on it is not to be sent, UTC, to the millisecond.</param>
/// <param name="Tries">How often it was tried before: 0 at the first try.</param>
public sealed record OutboxRow(
    long Number, string Conversation, string Target, string Body, bool Perishable, DateTimeOffset At, DateTimeOffset Expires, int Tries)
{
    /// <summary>Why the store cannot read its body, which is empty then; null: it can. It is not to be sent, and is tried again.</summary>
    internal JournalException? Unreadable { get; init; }

    /// <summary>The same with its body, or with why it cannot be read.</summary>
    internal OutboxRow With(Func<string> body)
    {
        try
        {
            return this with { Body = body() };
        }
        catch (JournalException unreadable)
        {
            return this with { Unreadable = unreadable };
        }
    }
}
