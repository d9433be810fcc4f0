using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>
/// A statement that is compiled once and run many times, by one caller at a time. Straight to the library: a command with its parameters and readers costs
/// more than what the library does. Locks that others hold are waited for inside the library (<see cref="Pragmas.BusyTimeout"/>).
/// </summary>
/// <param name="connection">Stays open as long as this is used.</param>
/// <param name="sql">One statement, with the values as ?1, ?2 … in that order.</param>
internal sealed class Statement(SqliteConnection connection, string sql) : IDisposable
{
    private sqlite3_stmt? _compiled;

    /// <summary>Its rows, to be disposed before it is run again.</summary>
    public Rows Query(params ReadOnlySpan<Value> values)
    {
        var compiled = _compiled ??= Compile();
        for (var i = 0; i < values.Length; i++)
        {
            SqliteException.ThrowExceptionForRC(values[i].Bind(compiled, i + 1), connection.Handle);
        }

        return new(compiled, connection.Handle!);
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>How many rows it inserted, changed or deleted; without meaning for other statements.</returns>
    public int Run(params ReadOnlySpan<Value> values)
    {
        using var rows = Query(values);
        rows.End();
        return raw.sqlite3_changes(connection.Handle!);
    }

    /// <summary>The number in the first column of the first row, and runs it to its end; null: there is none.</summary>
    public long? Ask(params ReadOnlySpan<Value> values)
    {
        using var rows = Query(values);
        if (!rows.Read())
        {
            return null;
        }

        var answer = rows.GetNumber(0);
        rows.End();
        return answer;
    }

    public void Dispose() => _compiled?.Dispose();

    private sqlite3_stmt Compile()
    {
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v3(connection.Handle!, sql, raw.SQLITE_PREPARE_PERSISTENT, out var compiled), connection.Handle);
        return compiled;
    }
}
