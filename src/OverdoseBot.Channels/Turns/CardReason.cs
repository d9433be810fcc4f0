namespace OverdoseBot.Channels;

/// <summary>Why somebody was answered with the emergency card.</summary>
public enum CardReason
{
    /// <summary>The store is away.</summary>
    Store,

    /// <summary>The store takes too long; the turn goes on.</summary>
    Slow,

    /// <summary>More people wrote at once than can be answered.</summary>
    Full,

    /// <summary>Others were faster in the same conversation, again and again.</summary>
    Conflict,

    /// <summary>So much came from one address or number.</summary>
    Limit,

    /// <summary>The message made the service fail.</summary>
    Fault,
}
