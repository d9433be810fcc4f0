using System.Globalization;
using Microsoft.Data.Sqlite;
using OverdoseBot.Journal.Sqlite;

namespace OverdoseBot.Journal.Tests;

/// <summary>Turns for tests of the SQLite journal, and a hand on its file from outside.</summary>
internal static class SqliteTurns
{
    public static TurnEntry Turn(string conversation, string key = "in-1", long version = 0) => new(
        conversation, version, key, "record"u8.ToArray(), "\"inbound\"", ["reply"], null, DateTimeOffset.UnixEpoch, FromPerson: true);

    /// <summary>First turns of this many conversations.</summary>
    public static IEnumerable<TurnEntry> Many(int count) =>
        Enumerable.Range(0, count).Select(i => Turn(string.Create(CultureInfo.InvariantCulture, $"c{i}")));

    /// <summary>A second connection, as another process would have it.</summary>
    public static SqliteConnection Outside(TempFolder folder)
    {
        var connection = new SqliteConnection(folder.ConnectionString + ";Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Holds the write lock until disposed: whatever is committed meanwhile gathers in the queue.</summary>
    public static IDisposable HoldWrites(TempFolder folder) => new Hold(folder);

    private sealed class Hold : IDisposable
    {
        private readonly SqliteConnection _connection;

        public Hold(TempFolder folder)
        {
            _connection = Outside(folder);
            Pragmas.Run(_connection, "BEGIN IMMEDIATE");
        }

        public void Dispose()
        {
            Pragmas.Run(_connection, "ROLLBACK");
            _connection.Dispose();
        }
    }
}
