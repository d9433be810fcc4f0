namespace OverdoseBot.Journal;

/// <summary>The store failed. The message names the store and says what to do; it never holds content or a conversation id.</summary>
public sealed class JournalException : Exception
{
    /// <summary>A failure with its remedy.</summary>
    public JournalException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>True: the store is starting or stopping, and is likely to be there in seconds.</summary>
    internal bool IsPassing { get; init; }
}
