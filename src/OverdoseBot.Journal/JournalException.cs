namespace OverdoseBot.Journal;

/// <summary>The store failed. The message names the store and says what to do; it never holds content or a conversation id.</summary>
public sealed class JournalException : Exception
{
    /// <summary>A failure with its remedy.</summary>
    public JournalException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>True: the store cannot be reached or is starting, and may be there soon. False: somebody must act.</summary>
    internal bool IsAway { get; init; }
}
