using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Tests;

/// <summary>A journal file of a test, deleted with it. Opening it again is what a restart does.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("overdosebot-test-");

    public async Task<IJournal> OpenAsync(TimeProvider time) =>
        await SqliteJournal.OpenAsync($"Data Source={Path.Combine(_folder.FullName, "journal.db")}", time, NullLogger.Instance);

    public void Dispose() => _folder.Delete(recursive: true);
}
