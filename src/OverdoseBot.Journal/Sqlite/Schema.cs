using Microsoft.Data.Sqlite;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>The tables, and the check that a file holds them.</summary>
internal static class Schema
{
    public const long Version = 1;

    // "ODBJ": tells our files from other SQLite databases.
    public const long ApplicationId = 0x4F44424A;

    // One row a conversation; `last` is the sequence number of its newest log row and at the same time its version. AUTOINCREMENT
    // never gives a number twice, so that a turn begun before a conversation was forgotten cannot commit into its successor.
    // The log needs no index: history follows `previous` from `last`. Narrow columns stand before text that may overflow the page.
    private const string Tables = """
        CREATE TABLE conversation (
          number   INTEGER PRIMARY KEY,
          id       TEXT    NOT NULL UNIQUE,
          last     INTEGER NOT NULL,
          turn     INTEGER NOT NULL,
          due      INTEGER,
          heard_at INTEGER NOT NULL,
          keys     BLOB    NOT NULL,
          record   BLOB    NOT NULL
        ) STRICT;
        CREATE INDEX conversation_due ON conversation (due) WHERE due IS NOT NULL;
        CREATE TABLE log (
          seq          INTEGER PRIMARY KEY AUTOINCREMENT,
          conversation INTEGER NOT NULL,
          turn         INTEGER NOT NULL,
          previous     INTEGER,
          at           INTEGER NOT NULL,
          inbound_key  TEXT    NOT NULL,
          inbound      ANY,
          outgoing     ANY     NOT NULL
        ) STRICT;
        """;

    /// <summary>Makes the tables in an empty file; refuses a file that is not ours or is newer than this program.</summary>
    public static void Ensure(SqliteConnection connection, string path)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var application = Number(connection, "PRAGMA application_id");
        var version = Number(connection, "PRAGMA user_version");
        var objects = Number(connection, "SELECT count(*) FROM sqlite_schema");
        if (application == 0 && version == 0 && objects == 0)
        {
            Pragmas.Run(connection, Tables);
            Pragmas.Run(connection, $"PRAGMA application_id = {ApplicationId}");
            Pragmas.Run(connection, $"PRAGMA user_version = {Version}");
        }
        else if (application != ApplicationId)
        {
            throw new JournalException(
                $"'{path}' is a SQLite database but not a journal. Point Journal:Connection at another file; this one was not touched.");
        }
        else if (version != Version)
        {
            throw new JournalException(
                $"The journal '{path}' has schema {version}; this program knows {Version}. "
                + "Run the newer program that wrote it, or put back the copy made before the upgrade. The file was not touched.");
        }

        transaction.Commit();
    }

    private static long Number(SqliteConnection connection, string sql) => (long)Pragmas.Ask(connection, sql)!;
}
