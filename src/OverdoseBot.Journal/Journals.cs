using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace OverdoseBot.Journal;

/// <summary>Opens the journal that a connection string names.</summary>
public static class Journals
{
    /// <summary>Whether it names a PostgreSQL server (<c>Host=</c>), not a SQLite file.</summary>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public static bool IsServer(string connectionString) => new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey("Host");

    /// <summary><see cref="PostgresJournal.OpenAsync(string, TimeProvider, ILogger, JournalKeys?, CancellationToken)"/> for <c>Host=…</c>, else <see cref="SqliteJournal.OpenAsync"/>.</summary>
    /// <param name="connectionString"><c>Host=…</c> or <c>Data Source=…</c>.</param>
    /// <param name="time">The only source of time.</param>
    /// <param name="logs">Makes the log that receives failures, never content or conversation ids.</param>
    /// <param name="keys">Seal what conversations hold; null: it is kept as it is.</param>
    /// <param name="cancel">Gives up opening.</param>
    /// <exception cref="ArgumentException">It names neither a server nor a file.</exception>
    /// <exception cref="JournalException">The store cannot be used; the message says what to do.</exception>
    public static async ValueTask<IJournal> OpenAsync(
        string connectionString, TimeProvider time, ILoggerFactory logs, JournalKeys? keys = null, CancellationToken cancel = default) =>
        IsServer(connectionString)
            ? await PostgresJournal.OpenAsync(connectionString, time, logs.CreateLogger<PostgresJournal>(), keys, cancel)
            : await SqliteJournal.OpenAsync(connectionString, time, logs.CreateLogger<SqliteJournal>(), keys, cancel);

    /// <summary>
    /// As <see cref="OpenAsync"/>; but where a server is away, the journal that is returned asks it again and again, and each call fails until it is there.
    /// </summary>
    /// <param name="connectionString"><c>Host=…</c> or <c>Data Source=…</c>.</param>
    /// <param name="time">The only source of time.</param>
    /// <param name="logs">Makes the log that receives failures, never content or conversation ids.</param>
    /// <param name="keys">Seal what conversations hold; null: it is kept as it is.</param>
    /// <param name="cancel">Gives up opening.</param>
    /// <exception cref="ArgumentException">It names neither a server nor a file.</exception>
    /// <exception cref="JournalException">The store cannot be used before somebody acts; the message says what to do.</exception>
    public static async ValueTask<IJournal> OpenOrAwaitAsync(
        string connectionString, TimeProvider time, ILoggerFactory logs, JournalKeys? keys = null, CancellationToken cancel = default)
    {
        try
        {
            return await OpenAsync(connectionString, time, logs, keys, cancel);
        }
        catch (JournalException away) when (away.IsAway)
        {
            return new AwaitedJournal(later => OpenAsync(connectionString, time, logs, keys, later), away, time, logs.CreateLogger<AwaitedJournal>());
        }
    }
}
