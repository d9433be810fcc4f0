using Microsoft.Data.Sqlite;
using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>Writes what waits for delivery, inside the transaction of the write loop. Only the head of a queue has a due time.</summary>
internal sealed class OutboxTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _append = new(connection, """
        INSERT INTO outbox (conversation, target, ready, expires, perishable, tries, at, body) VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7)
        """);
    private readonly Statement _promote = new(connection, """
        UPDATE outbox SET due = ready
        WHERE due IS NULL AND number IN (SELECT min(number) FROM outbox WHERE conversation = ?1 GROUP BY target)
        """);
    private readonly Statement _drop = new(connection, "DELETE FROM outbox WHERE conversation = ?1 AND perishable = 1");
    private readonly Statement _delete = new(connection, "DELETE FROM outbox WHERE number = ?1 RETURNING conversation");
    private readonly Statement _retry = new(connection, "UPDATE outbox SET tries = tries + 1, due = min(?2, expires) WHERE number = ?1");

    /// <summary>What a turn leaves, behind what is there; what it makes stale goes first.</summary>
    public void Keep(long conversation, TurnEntry entry, TurnContent content, long at)
    {
        var dropped = entry.DropsPerishable ? _drop.Run(conversation) : 0;
        foreach (var (message, body) in entry.Outbox.Zip(content.Bodies))
        {
            var (ready, expires) = Waiting.Of(message, entry.At);
            _append.Run(conversation, message.Target, ready, expires, message.Perishable ? 1 : 0, at, Value.Of(body));
        }

        // Heads are as they were where no row came or went: nearly always.
        if (dropped > 0 || entry.Outbox.Count > 0)
        {
            _promote.Run(conversation);
        }
    }

    public void Settle(long number, Delivery outcome)
    {
        if (outcome is Delivery.Retry retry)
        {
            _retry.Run(number, Times.StoredDue(retry.At));
        }
        else if (_delete.Ask(number) is long conversation)
        {
            _promote.Run(conversation);
        }
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_append, _promote, _drop, _delete, _retry])
        {
            statement.Dispose();
        }
    }
}
