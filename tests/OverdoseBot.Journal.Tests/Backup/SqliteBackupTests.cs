using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Journal.Sqlite;

namespace OverdoseBot.Journal.Tests.Backup;

/// <summary>The file, copied by SQLite itself.</summary>
public sealed class SqliteBackupTests : BackupContract, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TempFolder _elsewhere = new();

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    protected override ValueTask<IJournal> OpenAsync() => OpenAsync(_folder);

    protected override Task BackUpAsync()
    {
        using var outside = SqliteTurns.Outside(_folder);
        Pragmas.Run(outside, $"VACUUM INTO '{_folder.File("copy.db")}'");
        return Task.CompletedTask;
    }

    protected override ValueTask<IJournal> RestoreAsync()
    {
        File.Copy(_folder.File("copy.db"), _elsewhere.Database);
        return OpenAsync(_elsewhere);
    }

    private async ValueTask<IJournal> OpenAsync(TempFolder folder) =>
        await SqliteJournal.OpenAsync(folder.ConnectionString, TimeProvider.System, NullLogger.Instance, Keys);
}
