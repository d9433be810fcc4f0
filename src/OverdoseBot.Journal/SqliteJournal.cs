using Microsoft.Extensions.Logging;

namespace OverdoseBot.Journal;

/// <summary>The journal in one SQLite file: the embedded default, durable at every commit.</summary>
public static class SqliteJournal
{
    /// <summary>Opens or creates the file.</summary>
    /// <param name="connectionString">Such as <c>Data Source=journal.db</c>. A file; a database in memory is refused.</param>
    /// <param name="time">The only source of time.</param>
    /// <param name="log">Receives failures and counts, never content or conversation ids.</param>
    /// <param name="cancel">Gives up opening.</param>
    /// <exception cref="ArgumentException">The connection string names no file.</exception>
    /// <exception cref="JournalException">The file cannot be read or written, is damaged, or was written by a newer program.</exception>
    public static ValueTask<IJournal> OpenAsync(string connectionString, TimeProvider time, ILogger log, CancellationToken cancel = default) =>
        throw new NotImplementedException($"{connectionString}{time}{log}{cancel}");
}
