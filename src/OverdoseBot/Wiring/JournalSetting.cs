using Microsoft.Data.Sqlite;
using Npgsql;
using OverdoseBot.Journal;

namespace OverdoseBot.Wiring;

/// <summary>The setting <c>Journal:Connection</c>, checked before anything is opened. It is never printed: it may hold a password.</summary>
internal static class JournalSetting
{
    private const string Write = "Write Data Source= and a file on this machine, for example: Journal__Connection=\"Data Source=my.db\"";

    private const string WriteServer =
        "For PostgreSQL write, for example: Journal__Connection=\"Host=db;Database=overdosebot;Username=bot;Password=…\"";

    /// <summary>The connection string, fit for <c>Journals</c>.</summary>
    /// <exception cref="OptionsException">It names neither a file nor a server; the message says what to write.</exception>
    public static string Read(string connection)
    {
        SqliteConnectionStringBuilder parts;
        try
        {
            if (Journals.IsServer(connection))
            {
                return Server(connection);
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

    /// <summary>What the start line calls the journal: its file, or its database and host, and no more of it.</summary>
    public static string Name(string connection)
    {
        if (!Journals.IsServer(connection))
        {
            return Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource);
        }

        var parts = new NpgsqlConnectionStringBuilder(connection);
        return $"PostgreSQL '{parts.Database ?? parts.Username}' at {parts.Host}";
    }

    private static string Server(string connection)
    {
        try
        {
            return string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(connection).Host)
                ? throw new OptionsException($"Journal:Connection names no server behind Host=. {WriteServer}")
                : connection;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidCastException or NotSupportedException)
        {
            throw new OptionsException($"Journal:Connection names a server, but cannot be read. {WriteServer}");
        }
    }
}
