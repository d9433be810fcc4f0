namespace OverdoseBot.Journal;

/// <summary>What the journal accepts. Values outside are refused with <see cref="ArgumentException"/> before anything is written.</summary>
public static class JournalLimits
{
    /// <summary>The longest conversation id or inbound key, in UTF-16 characters.</summary>
    public const int KeyLength = 1_024;

    /// <summary>The largest turn: bytes of record plus twice the characters of input, replies and outbox.</summary>
    public const int TurnSize = 16 * 1_024 * 1_024;

    /// <summary>How many of a conversation's last turns are looked at for an inbound key that comes again.</summary>
    public const int RecentKeys = 32;

    /// <summary>How long a message waits for delivery when it says nothing else: later, nobody is helped by it.</summary>
    public static readonly TimeSpan OutboxLife = TimeSpan.FromHours(24);
}
