using Microsoft.Extensions.Logging.Abstractions;

namespace OverdoseBot.Journal.Tests;

/// <summary>The SQLite journal keeps the contract.</summary>
public sealed class SqliteJournalTests : JournalContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override async ValueTask<IJournal> OpenAsync() =>
        await SqliteJournal.OpenAsync(_folder.ConnectionString, TimeProvider.System, NullLogger.Instance);
}
