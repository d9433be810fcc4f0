using System.Runtime.CompilerServices;
using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal;

/// <summary>Refuses what cannot be kept, before anything is written. Messages never quote the value.</summary>
internal static class Checks
{
    public static void Key(string value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.Length is 0 or > JournalLimits.KeyLength)
        {
            throw new ArgumentException($"Must have 1 to {JournalLimits.KeyLength} characters; it has {value.Length}.", name);
        }

        if (!StoredText.IsPlain(value))
        {
            throw new ArgumentException("Must not contain NUL or half of a surrogate pair.", name);
        }
    }

    public static void Most(int most, [CallerArgumentExpression(nameof(most))] string name = "") =>
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1, name);

    public static void Entry(TurnEntry turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        Key(turn.Conversation);
        Key(turn.InboundKey);
        ArgumentOutOfRangeException.ThrowIfNegative(turn.Version);
        ArgumentNullException.ThrowIfNull(turn.Outgoing);
        ArgumentNullException.ThrowIfNull(turn.Outbox);
        var size = turn.Record.Length + (2L * (turn.Inbound?.Length ?? 0));
        foreach (var reply in turn.Outgoing)
        {
            ArgumentNullException.ThrowIfNull(reply, nameof(turn.Outgoing));
            size += 2L * reply.Length;
        }

        foreach (var message in turn.Outbox)
        {
            Key(message.Target, nameof(message.Target));
            ArgumentNullException.ThrowIfNull(message.Body, nameof(turn.Outbox));
            size += 2L * message.Body.Length;
        }

        if (size > JournalLimits.TurnSize)
        {
            throw new ArgumentException($"A turn may have {JournalLimits.TurnSize} bytes; this one has {size}.", nameof(turn));
        }
    }
}
