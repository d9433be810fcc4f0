using Microsoft.Data.Sqlite;
using OverdoseBot.Journal.Sealing;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>The one connection that writes, with its statements. Used by the write loop only, one caller at a time.</summary>
internal sealed class Writer : IDisposable
{
    /// <summary>What a read in this program may still take while the log is emptied, in milliseconds; it takes a part of one.</summary>
    private const int Patience = 10;

    private readonly Statement _begin;
    private readonly Statement _mark;
    private readonly Statement _keep;
    private readonly Statement _undo;
    private readonly Statement _commit;
    private readonly Statement _rollback;

    public Writer(SqliteConnection connection, Seal seal)
    {
        Connection = connection;
        Outbox = new(connection);
        Turns = new(connection, seal, Outbox);
        Erase = new(connection);
        Sealed = [.. SealedTable.All.Select(table => new SealTable(connection, seal, table))];
        _begin = new(connection, "BEGIN IMMEDIATE");
        _mark = new(connection, "SAVEPOINT item");
        _keep = new(connection, "RELEASE item");
        _undo = new(connection, "ROLLBACK TO item");
        _commit = new(connection, "COMMIT");
        _rollback = new(connection, "ROLLBACK");
    }

    public SqliteConnection Connection { get; }

    public OutboxTable Outbox { get; }

    public TurnTable Turns { get; }

    public EraseTable Erase { get; }

    /// <summary>In the order of <see cref="SealedTable.All"/>.</summary>
    public IReadOnlyList<SealTable> Sealed { get; }

    /// <summary>Whether a transaction is open; SQLite ends it by itself on a full disk and the like.</summary>
    public bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(Connection.Handle) == 0;

    public void Begin() => _begin.Run();

    public void Mark() => _mark.Run();

    public void Keep() => _keep.Run();

    public void Undo()
    {
        _undo.Run();
        _keep.Run();
    }

    public void Commit() => _commit.Run();

    public void Rollback() => _rollback.Run();

    /// <summary>
    /// Moves everything from the write-ahead log into the file and empties the log, so that deleted text is gone from the disk.
    /// False when a reader still needs the log: it is given no longer than <see cref="Patience"/>, because turns are waiting behind.
    /// </summary>
    public bool EmptyLog()
    {
        Pragmas.Run(Connection, $"PRAGMA busy_timeout = {Patience}");
        try
        {
            return Pragmas.Ask(Connection, "PRAGMA wal_checkpoint(TRUNCATE)") is 0L;
        }
        finally
        {
            Pragmas.Run(Connection, $"PRAGMA busy_timeout = {Pragmas.BusyTimeout}");
        }
    }

    public void Dispose()
    {
        Turns.Dispose();
        Outbox.Dispose();
        Erase.Dispose();
        foreach (var table in Sealed)
        {
            table.Dispose();
        }

        foreach (var statement in (ReadOnlySpan<Statement>)[_begin, _mark, _keep, _undo, _commit, _rollback])
        {
            statement.Dispose();
        }

        Connection.Dispose();
    }
}
