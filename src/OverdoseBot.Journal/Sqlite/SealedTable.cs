using OverdoseBot.Journal.Sealing;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>A table with content: how its rows are gone through, read and written again. Both contents of a row are bound to the same part of it.</summary>
/// <param name="Page">?1 the number after which, ?2 how a value under the current key begins, ?3 how many. Gives: number, whether it is to be sealed anew.</param>
/// <param name="Find">?1 a number. Gives: conversation, what binds, first content, second content.</param>
/// <param name="Update">?1 a number, ?2 and ?3 the contents.</param>
/// <param name="First">The first content.</param>
/// <param name="Second">The second, where there is one.</param>
internal sealed record SealedTable(string Page, string Find, string Update, Kind First, Kind Second = default)
{
    public static IReadOnlyList<SealedTable> All { get; } =
    [
        new(
            $"SELECT number, {Stale("record")} FROM conversation WHERE number > ?1 ORDER BY number LIMIT ?3",
            "SELECT id, '', record, NULL FROM conversation WHERE number = ?1",
            "UPDATE conversation SET record = coalesce(?2, ?3) WHERE number = ?1",
            Kind.Record),
        new(
            $"SELECT seq, {Stale("inbound")} OR {Stale("outgoing")} FROM log WHERE seq > ?1 ORDER BY seq LIMIT ?3",
            "SELECT c.id, l.inbound_key, l.inbound, l.outgoing FROM log l JOIN conversation c ON c.number = l.conversation WHERE l.seq = ?1",
            "UPDATE log SET inbound = ?2, outgoing = ?3 WHERE seq = ?1",
            Kind.Inbound,
            Kind.Outgoing),
        new(
            $"SELECT number, {Stale("body")} FROM outbox WHERE number > ?1 ORDER BY number LIMIT ?3",
            "SELECT c.id, o.target, o.body, NULL FROM outbox o JOIN conversation c ON c.number = o.conversation WHERE o.number = ?1",
            "UPDATE outbox SET body = coalesce(?2, ?3) WHERE number = ?1",
            Kind.Body),
    ];

    // A blob is never the same as a text.
    private static string Stale(string column) =>
        $"(coalesce(length(CAST({column} AS BLOB)), 0) > 0 AND substr({column}, 1, {Mark.Size}) IS NOT ?2)";
}
