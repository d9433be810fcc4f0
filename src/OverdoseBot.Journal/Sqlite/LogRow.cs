using OverdoseBot.Journal.Sealing;
using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>Log rows to turns.</summary>
internal static class LogRow
{
    /// <summary>The columns that <see cref="Read"/> expects first.</summary>
    public const string Columns = "l.turn, l.at, l.inbound_key, l.inbound, l.outgoing";

    public const string BySeq = $"SELECT {Columns} FROM log l WHERE l.seq = ?1";

    public static LoggedTurn Read(Rows row, Box box)
    {
        var key = row.GetString(2);
        return new(
            row.GetInt64(0),
            key,
            Column.Text(box, Kind.Inbound, key, row.GetContent(3)),
            StoredText.Split(Column.Text(box, Kind.Outgoing, key, row.GetContent(4))!),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)));
    }

    /// <summary>The turn that was committed with <paramref name="inboundKey"/>, if it is among the recent ones.</summary>
    public static LoggedTurn? Earlier(Statement bySeq, ReadOnlySpan<byte> keys, ulong hash, string inboundKey, Box box)
    {
        while (RecentKeys.TryNext(ref keys, hash, out var seq))
        {
            using var row = bySeq.Query(seq);
            // No row: swept since the conversation was read. Another key: the hashes met by chance.
            if (row.Read() && row.GetString(2) == inboundKey)
            {
                return Read(row, box);
            }
        }

        return null;
    }
}
