using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Journal.Tests.Postgres;

namespace OverdoseBot.Journal.Tests.Backup;

/// <summary>A database, dumped and put into another.</summary>
public sealed class PostgresBackupTests : BackupContract, IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private Cluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await Cluster.StartAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _cluster.Dispose();
        _folder.Dispose();
    }

    protected override ValueTask<IJournal> OpenAsync() => OpenAsync(_cluster.ConnectionString);

    protected override Task BackUpAsync() => RunAsync("pg_dump", "-Fc", "-d", "postgres", "-f", _folder.File("journal.dump"));

    protected override async ValueTask<IJournal> RestoreAsync()
    {
        await RunAsync("createdb", "--encoding=UTF8", "--template=template0", "restored");
        await RunAsync("pg_restore", "--no-owner", "--exit-on-error", "-d", "restored", _folder.File("journal.dump"));
        return await OpenAsync(_cluster.ConnectionString.Replace("Database=postgres", "Database=restored", StringComparison.Ordinal));
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Cluster.Programs, program), ["-h", _cluster.Folder, "-U", "overdosebot", .. arguments]);
        start.RedirectStandardError = true;
        using var running = Process.Start(start)!;
        var said = await running.StandardError.ReadToEndAsync();
        await running.WaitForExitAsync();
        running.ExitCode.ShouldBe(0, said);
    }

    private async ValueTask<IJournal> OpenAsync(string connection) => await PostgresJournal.OpenAsync(connection, TimeProvider.System, NullLogger.Instance, Keys);
}
