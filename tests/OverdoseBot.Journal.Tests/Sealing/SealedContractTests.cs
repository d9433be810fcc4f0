using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Journal.Tests.Postgres;

namespace OverdoseBot.Journal.Tests.Sealing;

/// <summary>With a key, a journal keeps the whole contract.</summary>
public sealed class SealedSqliteJournalTests : JournalContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override async ValueTask<IJournal> OpenAsync() =>
        await SqliteJournal.OpenAsync(_folder.ConnectionString, TimeProvider.System, NullLogger.Instance, new JournalKeys(new byte[32], []));
}

/// <summary>With a key, so does the one for several replicas.</summary>
public sealed class SealedPostgresJournalTests : JournalContract
{
    protected override async ValueTask<IJournal> OpenAsync() =>
        await PostgresJournal.OpenAsync(await (await Cluster.SharedAsync()).SchemaAsync(), TimeProvider.System, NullLogger.Instance, new JournalKeys(new byte[32], []));
}
