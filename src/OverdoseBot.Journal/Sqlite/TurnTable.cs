using Microsoft.Data.Sqlite;
using OverdoseBot.Journal.Sealing;
using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>Writes turns, inside the transaction of the write loop.</summary>
internal sealed class TurnTable(SqliteConnection connection, Seal seal, OutboxTable outbox) : IDisposable
{
    private readonly Statement _find = new(connection, "SELECT number, last, turn, heard_at, keys FROM conversation WHERE id = ?1");
    private readonly Statement _bySeq = new(connection, LogRow.BySeq);
    private readonly Statement _append = new(connection, """
        INSERT INTO log (conversation, turn, previous, at, inbound_key, inbound, outgoing)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING seq
        """);
    private readonly Statement _create = new(connection, """
        INSERT INTO conversation (id, last, turn, heard_at, keys, record) VALUES (?1, 0, 0, 0, x'', x'') RETURNING number
        """);
    private readonly Statement _update = new(connection, """
        UPDATE conversation SET last = ?2, turn = ?3, due = ?4, heard_at = ?5, keys = ?6, record = ?7 WHERE number = ?1
        """);
    private readonly Statement _eraseText = new(connection, """
        UPDATE log SET inbound = NULL, outgoing = '' WHERE seq IN (
          WITH RECURSIVE chain (seq, previous) AS (
            SELECT l.seq, l.previous FROM log l WHERE l.seq = ?1 AND l.at >= ?2
            UNION ALL
            SELECT l.seq, l.previous FROM chain JOIN log l ON l.seq = chain.previous WHERE l.at >= ?2)
          SELECT seq FROM chain)
        """);

    public CommitOutcome Commit(TurnEntry entry, TurnContent content)
    {
        var found = Find(entry.Conversation);
        if (found is not null && Earlier(found, entry, content) is { } earlier)
        {
            return new CommitOutcome.Duplicate(earlier);
        }

        if (entry.Version != (found?.Last ?? 0))
        {
            return new CommitOutcome.Conflict();
        }

        return Keep(entry, content, found);
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_find, _bySeq, _append, _create, _update, _eraseText])
        {
            statement.Dispose();
        }
    }

    private CommitOutcome.Done Keep(TurnEntry entry, TurnContent content, Row? found)
    {
        var number = found?.Number ?? _create.Ask(entry.Conversation)!.Value;
        var turn = (found?.Turn ?? 0) + 1;
        var at = Times.Stored(entry.At);
        var seq = _append.Ask(number, turn, found?.Last, at, entry.InboundKey, Value.Of(content.Inbound), Value.Of(content.Outgoing))!.Value;
        _update.Run(
            number,
            seq,
            turn,
            entry.NextDue is { } due ? Times.StoredDue(due) : (long?)null,
            entry.FromPerson || found is null ? at : found.HeardAt,
            RecentKeys.Add(found?.Keys ?? [], content.KeyHash, seq),
            content.Record);
        outbox.Keep(number, entry, content, at);
        if (entry.ErasesSince is { } since && found is not null)
        {
            _eraseText.Run(found.Last, Times.Stored(since));
        }

        return new(new(turn, entry.InboundKey, entry.Inbound, [.. entry.Outgoing], Times.Loaded(at)), seq);
    }

    private Row? Find(string conversation)
    {
        using var row = _find.Query(conversation);
        return row.Read() ? new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetBytes(4)) : null;
    }

    private LoggedTurn? Earlier(Row found, TurnEntry entry, TurnContent content)
    {
        using var box = seal.Of(entry.Conversation);
        return LogRow.Earlier(_bySeq, found.Keys, content.KeyHash, entry.InboundKey, box);
    }

    private sealed record Row(long Number, long Last, long Turn, long HeardAt, byte[] Keys);
}
