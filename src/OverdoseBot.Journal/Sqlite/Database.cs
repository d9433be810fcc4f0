using Microsoft.Data.Sqlite;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>The file: where it is, how it is opened, and what its errors mean.</summary>
internal sealed class Database
{
    private readonly string _connectionString;

    private Database(string connectionString, string path)
    {
        _connectionString = connectionString;
        Path = path;
    }

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <exception cref="ArgumentException">The string names no file that could be written.</exception>
    public static Database Parse(string connectionString)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString);
        if (parts.DataSource is "" or ":memory:" || parts.Mode == SqliteOpenMode.Memory
            || parts.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException("The journal needs a file: write Data Source=<path>, not a database in memory or a URI.", nameof(connectionString));
        }

        if (parts.Mode == SqliteOpenMode.ReadOnly || parts.Cache == SqliteCacheMode.Shared)
        {
            throw new ArgumentException("The journal writes and keeps readers apart: leave Mode and Cache out of the connection string.", nameof(connectionString));
        }

        var path = System.IO.Path.GetFullPath(parts.DataSource);
        parts.DataSource = path;
        // The journal keeps its own connections open; a closed one must let go of the file.
        parts.Pooling = false;
        parts.DefaultTimeout = Pragmas.BusyTimeout / 1_000;
        return new(parts.ToString(), path);
    }

    /// <exception cref="JournalException">The file cannot be used; the message says what to do.</exception>
    public SqliteConnection OpenWriter() => Open(connection =>
    {
        Pragmas.ForWriter(connection, Path);
        Schema.Ensure(connection, Path);
    });

    public SqliteConnection OpenReader() => Open(Pragmas.ForReader);

    /// <summary>Gives a failure of the store its remedy; other exceptions pass as they are.</summary>
    public Exception Explain(Exception exception) => exception switch
    {
        SqliteException sqlite => new JournalException(Remedies.For(Path, sqlite.SqliteErrorCode), sqlite),
        IOException or UnauthorizedAccessException => new JournalException(Remedies.For(Path, SQLitePCL.raw.SQLITE_CANTOPEN), exception),
        _ => exception,
    };

    private SqliteConnection Open(Action<SqliteConnection> prepare)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            Create();
            connection.Open();
            prepare(connection);
            return connection;
        }
        catch (Exception e)
        {
            connection.Dispose();
            var explained = Explain(e);
            if (ReferenceEquals(explained, e))
            {
                throw;
            }

            throw explained;
        }
    }

    // SQLite would make the file readable to everyone on the machine; its log and index copy the mode of the file.
    private void Create()
    {
        if (File.Exists(Path))
        {
            return;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(Path, options);
    }
}
