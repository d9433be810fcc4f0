using Microsoft.Data.Sqlite;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>Deletes whole conversations, inside the transaction of the write loop.</summary>
internal sealed class EraseTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _find = new(connection, "SELECT number FROM conversation WHERE id = ?1");
    private readonly Statement _expired = new(connection, """
        SELECT 1 FROM conversation WHERE number = ?1 AND heard_at < ?2 AND due IS NULL
          AND NOT EXISTS (SELECT 1 FROM outbox WHERE conversation = ?1 AND expires > ?2)
        """);
    private readonly Statement _log = new(connection, """
        DELETE FROM log WHERE seq IN (
          WITH RECURSIVE chain (seq, previous) AS (
            SELECT l.seq, l.previous FROM conversation c JOIN log l ON l.seq = c.last WHERE c.number = ?1
            UNION ALL
            SELECT l.seq, l.previous FROM chain JOIN log l ON l.seq = chain.previous)
          SELECT seq FROM chain)
        """);
    private readonly Statement _outbox = new(connection, "DELETE FROM outbox WHERE conversation = ?1");
    private readonly Statement _conversation = new(connection, "DELETE FROM conversation WHERE number = ?1");

    /// <summary>Whether there was one.</summary>
    public bool Forget(string conversation)
    {
        if (_find.Ask(conversation) is not long number)
        {
            return false;
        }

        Erase(number);
        return true;
    }

    /// <summary>Deletes those that are still expired: the person may have written since they were listed.</summary>
    public int Sweep(IEnumerable<long> numbers, long olderThan)
    {
        var swept = 0;
        foreach (var number in numbers)
        {
            if (_expired.Ask(number, olderThan) is not null)
            {
                Erase(number);
                swept++;
            }
        }

        return swept;
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_find, _expired, _log, _outbox, _conversation])
        {
            statement.Dispose();
        }
    }

    private void Erase(long number)
    {
        _log.Run(number);
        _outbox.Run(number);
        _conversation.Run(number);
    }
}
