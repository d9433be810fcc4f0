using OverdoseBot.Journal.Sealing;
using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>The content of a turn as its columns have it: made by the caller, so that neither sealing nor hashing holds up the one writer.</summary>
internal sealed record TurnContent(byte[] Record, object? Inbound, object? Outgoing, IReadOnlyList<object?> Bodies, ulong KeyHash)
{
    public static TurnContent Of(TurnEntry turn, Seal seal)
    {
        using var box = seal.Of(turn.Conversation);
        return new(
            box.Record(turn.Record),
            Column.Of(box, Kind.Inbound, turn.InboundKey, turn.Inbound),
            Column.Of(box, Kind.Outgoing, turn.InboundKey, StoredText.Join(turn.Outgoing)),
            [.. turn.Outbox.Select(message => Column.Of(box, Kind.Body, message.Target, message.Body))],
            RecentKeys.Hash(turn.InboundKey));
    }
}
