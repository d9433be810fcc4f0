using Xunit.Abstractions;

namespace OverdoseBot.Journal.Tests;

/// <summary>Kills over one SQLite file.</summary>
public sealed class SqliteKillTests(ITestOutputHelper output) : KillContract(output), IDisposable
{
    private readonly TempFolder _folder = new();

    protected override int Kills => 24;

    protected override int MostAcknowledged => 800;

    public void Dispose() => _folder.Dispose();

    protected override Task<string> ConnectionAsync() => Task.FromResult(_folder.ConnectionString);
}
