using Microsoft.Data.Sqlite;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>The tables, and the check that a file holds them.</summary>
internal static class Schema
{
    public const long Version = 2;

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

    // Rows only while undelivered, appended in the order of turns. Only the head of each conversation and target has a due time, so that a look
    // at what is due costs the same however much waits behind. AUTOINCREMENT: a late word about a message never meets another.
    private const string OutboxTables = """
        CREATE TABLE outbox (
          number       INTEGER PRIMARY KEY AUTOINCREMENT,
          conversation INTEGER NOT NULL,
          target       TEXT    NOT NULL,
          due          INTEGER,
          ready        INTEGER NOT NULL,
          expires      INTEGER NOT NULL,
          perishable   INTEGER NOT NULL,
          tries        INTEGER NOT NULL,
          at           INTEGER NOT NULL,
          body         ANY     NOT NULL
        ) STRICT;
        CREATE INDEX outbox_queue ON outbox (conversation, target);
        CREATE INDEX outbox_due ON outbox (target, due) WHERE due IS NOT NULL;
        """;

    // What brings a file of schema 1, 2 … to the next. An upgrade is never taken back.
    private static readonly string[] _upgrades = [OutboxTables];

    /// <summary>Makes the tables in an empty file, upgrades an older one; refuses a file that is not ours or is newer than this program.</summary>
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
            Upgrade(connection, 1);
        }
        else if (application != ApplicationId)
        {
            throw new JournalException(
                $"'{path}' is a SQLite database but not a journal. Point Journal:Connection at another file; this one was not touched.");
        }
        else if (version is > 0 and <= Version)
        {
            Upgrade(connection, version);
        }
        else
        {
            throw new JournalException(
                $"The journal '{path}' has schema {version}; this program knows {Version}. "
                + "Run the newer program that wrote it, or put back the copy made before the upgrade. The file was not touched.");
        }

        transaction.Commit();
    }

    private static void Upgrade(SqliteConnection connection, long from)
    {
        if (from < Version)
        {
            Array.ForEach(_upgrades[(int)(from - 1)..], upgrade => Pragmas.Run(connection, upgrade));
            Pragmas.Run(connection, $"PRAGMA user_version = {Version}");
        }
    }

    private static long Number(SqliteConnection connection, string sql) => (long)Pragmas.Ask(connection, sql)!;
}
