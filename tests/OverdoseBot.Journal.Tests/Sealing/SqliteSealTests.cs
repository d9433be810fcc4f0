using System.Text;
using Microsoft.Extensions.Logging;
using OverdoseBot.Journal.Sqlite;

namespace OverdoseBot.Journal.Tests.Sealing;

/// <summary>Keys over a SQLite file: what is looked through is the file and its log, byte by byte.</summary>
public sealed class SqliteSealTests : SealContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    protected override string Connection => _folder.ConnectionString;

    protected override string Literal(byte[] bytes) => $"x'{Convert.ToHexStringLower(bytes)}'";

    protected override async ValueTask<IJournal> OpenAsync(JournalKeys keys, ILogger log) =>
        await SqliteJournal.OpenAsync(_folder.ConnectionString, TimeProvider.System, log, keys);

    protected override Task<bool> HoldsAsync(string text) => Task.FromResult(_folder.Holds(Encoding.UTF8.GetBytes(text)));

    protected override Task<object?> RunAsync(string sql, params string[] conversations)
    {
        using var outside = SqliteTurns.Outside(_folder);
        var column = sql.StartsWith("UPDATE log", StringComparison.Ordinal) ? "conversation" : "number";
        return Task.FromResult(Pragmas.Ask(outside, string.Format(
            null, sql, [.. conversations.Select(c => $"{column} = (SELECT n.number FROM conversation n WHERE n.id = '{c}')")])));
    }
}
