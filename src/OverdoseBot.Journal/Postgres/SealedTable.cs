using OverdoseBot.Journal.Sealing;

namespace OverdoseBot.Journal.Postgres;

/// <summary>A table with content: how its rows are gone through and written again. Both contents of a row are bound to the same part of it.</summary>
/// <param name="Page">
/// $1 and $2 the key after which, $3 how a value under the current key begins, $4 how many. Gives: the key in two parts, the conversation's id, what binds,
/// and whatever content is to be sealed anew.
/// </param>
/// <param name="Update">$1 and $2 the key, $3 and $4 the contents, $5 and $6 what they were: a turn or another replica may have been faster.</param>
/// <param name="First">The first content.</param>
/// <param name="Second">The second, where there is one.</param>
internal sealed record SealedTable(string Page, string Update, Kind First, Kind Second = default)
{
    public static IReadOnlyList<SealedTable> All { get; } =
    [
        new(
            $"""
            SELECT conversation, 0::bigint, id, '', {Stale("record")}, NULL::bytea FROM conversation
            WHERE conversation > $1 AND $2 IS NOT NULL ORDER BY conversation LIMIT $4
            """,
            "UPDATE conversation SET record = $3 WHERE conversation = $1 AND $2 IS NOT NULL AND record = $5 AND $4 IS NULL AND $6 IS NULL",
            Kind.Record),
        new(
            $"""
            SELECT l.conversation, l.turn, c.id, l.inbound_key, {Stale("l.inbound")}, {Stale("l.outgoing")}
            FROM log l JOIN conversation c ON c.conversation = l.conversation
            WHERE (l.conversation, l.turn) > ($1, $2) ORDER BY l.conversation, l.turn LIMIT $4
            """,
            """
            UPDATE log SET inbound = coalesce($3, inbound), outgoing = coalesce($4, outgoing)
            WHERE conversation = $1 AND turn = $2 AND ($5 IS NULL OR inbound = $5) AND ($6 IS NULL OR outgoing = $6)
            """,
            Kind.Inbound,
            Kind.Outgoing),
        new(
            $"""
            SELECT o.conversation, o.number, c.id, o.target, {Stale("o.body")}, NULL::bytea
            FROM outbox o JOIN conversation c ON c.conversation = o.conversation
            WHERE (o.conversation, o.number) > ($1, $2) ORDER BY o.conversation, o.number LIMIT $4
            """,
            "UPDATE outbox SET body = $3 WHERE conversation = $1 AND number = $2 AND body = $5 AND $4 IS NULL AND $6 IS NULL",
            Kind.Body),
    ];

    private static string Stale(string column) =>
        $"CASE WHEN octet_length({column}) > 0 AND substring({column} FROM 1 FOR {Mark.Size}) <> $3 THEN {column} END";
}
