using Microsoft.Extensions.Logging.Abstractions;

namespace OverdoseBot.Journal.Tests.Postgres;

/// <summary>Two replicas, as two processes would be, over one schema.</summary>
internal sealed class Replicas : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    private Replicas(string connection, PostgresJournal one, PostgresJournal other) => (Connection, One, Other) = (connection, one, other);

    public string Connection { get; }

    public PostgresJournal One { get; }

    public PostgresJournal Other { get; }

    public static async Task<Replicas> OpenAsync()
    {
        var connection = await (await Cluster.SharedAsync()).SchemaAsync();
        return new(connection, await OpenAsync(connection), await OpenAsync(connection));
    }

    public static async Task<PostgresJournal> OpenAsync(string connection) =>
        await PostgresJournal.OpenAsync(connection, TimeProvider.System, NullLogger.Instance);

    /// <summary>Keeps a first turn.</summary>
    public static async Task DoneAsync(IJournal journal, TurnEntry turn) =>
        (await journal.CommitAsync(turn, CancellationToken.None)).ShouldBeOfType<CommitOutcome.Done>();

    /// <summary>Asks until there is something.</summary>
    public static async Task<IReadOnlyList<T>> UntilAnyAsync<T>(Func<ValueTask<IReadOnlyList<T>>> ask)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await ask() is { Count: > 0 } found)
            {
                return found;
            }

            TimeProvider.System.GetElapsedTime(since).ShouldBeLessThan(_patience, "it never comes");
        }
    }

    public static async Task<T> SoonAsync<T>(Task<T> task) => await task.WaitAsync(_patience);

    public async ValueTask DisposeAsync()
    {
        await One.DisposeAsync();
        await Other.DisposeAsync();
    }
}
