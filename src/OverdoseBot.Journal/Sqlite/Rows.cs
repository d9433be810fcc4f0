using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>The rows of a statement that is being run, one after the other. Disposing ends it, also after an error.</summary>
internal readonly struct Rows(sqlite3_stmt statement, sqlite3 connection) : IDisposable
{
    /// <summary>Goes to the next row; false: there is none. Not to be called again then: it would begin anew.</summary>
    public bool Read()
    {
        var code = raw.sqlite3_step(statement);
        SqliteException.ThrowExceptionForRC(code, connection);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Goes through what is left: only then is it known that nothing failed.</summary>
    public void End()
    {
        while (Read())
        {
            // Nobody asked for this row.
        }
    }

    public long GetInt64(int column) => raw.sqlite3_column_int64(statement, column);

    public int GetInt32(int column) => raw.sqlite3_column_int(statement, column);

    public bool GetBoolean(int column) => GetInt64(column) != 0;

    /// <summary>A number, or null.</summary>
    public long? GetNumber(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_INTEGER ? GetInt64(column) : null;

    public string GetString(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public byte[] GetBytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    /// <summary>Text, bytes, or null for anything else.</summary>
    public object? GetContent(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_TEXT => GetString(column),
        raw.SQLITE_BLOB => GetBytes(column),
        _ => null,
    };

    // What it answers is the error of the last step, which was thrown already.
    public void Dispose() => raw.sqlite3_reset(statement);
}
