using Microsoft.Extensions.Logging.Abstractions;

namespace OverdoseBot.Journal.Tests.Postgres;

/// <summary>The PostgreSQL journal keeps the contract.</summary>
public sealed class PostgresJournalTests : JournalContract
{
    protected override async ValueTask<IJournal> OpenAsync() =>
        await PostgresJournal.OpenAsync(await (await Cluster.SharedAsync()).SchemaAsync(), TimeProvider.System, NullLogger.Instance);
}
