namespace OverdoseBot.Journal.Stored;

/// <summary>What the world hears of a commit, the same from every store.</summary>
internal static class News
{
    /// <summary>Null: nothing was kept.</summary>
    /// <param name="turn">What was to be kept.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="again">True: what was there already is told again, because a connection may have broken before the first commit was told of.</param>
    public static Committed? Of(TurnEntry turn, CommitOutcome outcome, bool again = false) => outcome switch
    {
        CommitOutcome.Done done => new(turn.Conversation, done.Turn.Turn, turn.NextDue is { } due ? Times.Loaded(Times.StoredDue(due)) : null)
        {
            OutboxDue = turn.Outbox.Count > 0 ? turn.Outbox.Min(message => message.NotBefore ?? turn.At) : null,
            Kept = done.Turn,
        },
        CommitOutcome.Duplicate earlier when again => new(turn.Conversation, earlier.Earlier.Turn, null),
        _ => null,
    };

    /// <summary>Tells every handler; one that fails is its own fault.</summary>
    public static void Tell(Action<Committed>? handlers, Committed news, Action<string> failed)
    {
        foreach (var handler in Delegate.EnumerateInvocationList(handlers))
        {
            try
            {
                handler(news);
            }
            catch (Exception e)
            {
                // The message of an exception may quote what a person wrote; its type cannot.
                failed(e.GetType().Name);
            }
        }
    }
}
