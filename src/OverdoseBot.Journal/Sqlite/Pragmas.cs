using Microsoft.Data.Sqlite;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>Statements that run once: settings and schema.</summary>
internal static class Pragmas
{
    /// <summary>Longest wait for a lock that another process holds, in milliseconds.</summary>
    public const int BusyTimeout = 5_000;

    public static void ForWriter(SqliteConnection connection, string path)
    {
        Run(connection, $"PRAGMA busy_timeout = {BusyTimeout}");
        if (Ask(connection, "PRAGMA journal_mode = WAL") is not "wal")
        {
            throw new JournalException(
                $"The journal '{path}' cannot use a write-ahead log, perhaps because it lies on a network share. Move it to a local disk.");
        }

        Run(connection, "PRAGMA synchronous = FULL");
        Run(connection, "PRAGMA wal_autocheckpoint = 1000");
        // Deleted text is overwritten, not only unlinked.
        Run(connection, "PRAGMA secure_delete = ON");
    }

    public static void ForReader(SqliteConnection connection)
    {
        Run(connection, $"PRAGMA busy_timeout = {BusyTimeout}");
        Run(connection, "PRAGMA query_only = ON");
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
