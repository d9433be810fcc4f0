using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace OverdoseBot.Wiring;

/// <summary>The setting <c>Journal:Connection</c>, checked before anything is opened. It is never printed: it may hold a password.</summary>
internal static class JournalSetting
{
    private const string Write = "Write Data Source= and a file on this machine, for example: Journal__Connection=\"Data Source=my.db\"";

    /// <summary>The connection string, fit for <c>SqliteJournal</c>.</summary>
    /// <exception cref="OptionsException">It names no file; the message says what to write.</exception>
    public static string Read(string connection)
    {
        SqliteConnectionStringBuilder parts;
        try
        {
            if (new DbConnectionStringBuilder { ConnectionString = connection }.ContainsKey("Host"))
            {
                throw new OptionsException($"Journal:Connection names a server (Host=). This program keeps its journal in a file and cannot use a server yet. {Write}");
            }

            parts = new SqliteConnectionStringBuilder(connection);
            _ = Path.GetFullPath(parts.DataSource);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or NotSupportedException or IOException)
        {
            throw new OptionsException($"Journal:Connection cannot be read. {Write}");
        }

        if (parts.DataSource == ":memory:" || parts.Mode == SqliteOpenMode.Memory || parts.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new OptionsException($"Journal:Connection names a database in memory or a URI, and every chat would be lost at the end. {Write}");
        }

        return parts.Mode == SqliteOpenMode.ReadOnly || parts.Cache == SqliteCacheMode.Shared
            ? throw new OptionsException("Journal:Connection sets Mode or Cache, which the journal sets itself. Leave them out.")
            : connection;
    }
}
