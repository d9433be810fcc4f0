using Microsoft.Extensions.Logging;
using OverdoseBot.Journal.Postgres;
using OverdoseBot.Journal.Sealing;
using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal;

/// <summary>The journal in a PostgreSQL database, for several replicas at once. Durable at every commit.</summary>
public sealed partial class PostgresJournal : IJournal
{
    private readonly Server _server;
    private readonly ILogger _log;
    private readonly Listener _listener;
    private readonly Releases _releases;
    private readonly Herald _herald;
    private readonly TurnTable _turns;
    private readonly AlarmTable _alarms;
    private readonly Sweeper _sweeper;
    private readonly Resealing _resealing;
    private readonly Lock _telling = new();
    private readonly Lazy<Task> _closed;

    private PostgresJournal(Server server, Seal seal, TimeProvider time, ILogger log)
    {
        _server = server;
        _log = log;
        _listener = new(server, time, Tell, () => Missed?.Invoke(), NewsFailed);
        _releases = new(server, _listener.Holder, time, NewsFailed);
        _herald = new(server, _listener.Holder, NewsFailed);
        _turns = new(server, seal);
        _alarms = new(server, _listener.Holder);
        _sweeper = new(server);
        _resealing = new(seal, new SealPass(server, seal).RunAsync, _sweeper.VacuumAsync, log);
        OutboxRows = new OutboxRows(server, seal, _listener.Holder);
        _closed = new(CloseAsync);
    }

    /// <inheritdoc/>
    public event Action<Committed>? Committed;

    /// <inheritdoc/>
    public event Action? Missed;

    /// <inheritdoc/>
    public IOutboxRows OutboxRows { get; }

    /// <summary>For tests that cut the connection which listens.</summary>
    internal int Holder => _listener.Holder;

    /// <summary>Connects, and makes or upgrades the tables where that is needed; several replicas may do so at once.</summary>
    /// <param name="connectionString">
    /// Such as <c>Host=db;Database=overdosebot;Username=bot;Password=…</c>, in the words of Npgsql. Straight to the server, or through a pooler that keeps
    /// sessions: the journal listens and holds a lock.
    /// </param>
    /// <param name="time">The only source of time.</param>
    /// <param name="log">Receives failures, never content or conversation ids.</param>
    /// <param name="keys">Seal what conversations hold; null: it is kept as it is.</param>
    /// <param name="cancel">Gives up opening.</param>
    /// <exception cref="ArgumentException">The connection string names no server.</exception>
    /// <exception cref="JournalException">The server cannot be used, is set up to lose commits, or its tables were written by a newer program.</exception>
    public static ValueTask<PostgresJournal> OpenAsync(
        string connectionString, TimeProvider time, ILogger log, JournalKeys? keys = null, CancellationToken cancel = default) =>
        OpenAsync(connectionString, Migration.All, time, log, keys, cancel);

    /// <summary>For tests of other schemas than this program's.</summary>
    internal static async ValueTask<PostgresJournal> OpenAsync(
        string connectionString, IReadOnlyList<Migration> known, TimeProvider time, ILogger log, JournalKeys? keys = null, CancellationToken cancel = default)
    {
        var journal = new PostgresJournal(Server.Parse(connectionString), new(keys ?? JournalKeys.None), time, log);
        try
        {
            await journal.ConnectAsync(known, cancel);
            return journal;
        }
        catch (Exception)
        {
            await journal.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Opened> BeginAsync(string conversation, string inboundKey, CancellationToken cancel)
    {
        Checks.Key(conversation);
        Checks.Key(inboundKey);
        return await _turns.BeginAsync(conversation, inboundKey, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel)
    {
        Checks.Entry(turn);
        var outcome = await _turns.CommitAsync(turn, cancel);
        if (turn.ErasesSince is not null && outcome is CommitOutcome.Done)
        {
            _sweeper.WipeLater();
        }

        if (News.Of(turn, outcome, again: true) is { } news)
        {
            Tell(news);
            _herald.Tell(news);
        }

        return outcome;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<LoggedTurn>> HistoryAsync(string conversation, long after, int most, CancellationToken cancel)
    {
        Checks.Key(conversation);
        Checks.Most(most);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return await _turns.HistoryAsync(conversation, after, most, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel)
    {
        Checks.Most(most);
        return await _alarms.DueAsync(now, most, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => await _alarms.NextDueAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancel)
    {
        var swept = await _sweeper.SweepAsync(olderThan, cancel);
        await _resealing.RunAsync(cancel);
        return swept;
    }

    /// <inheritdoc/>
    public ValueTask ForgetAsync(string conversation, CancellationToken cancel)
    {
        Checks.Key(conversation);
        return _sweeper.ForgetAsync(conversation, cancel);
    }

    /// <summary>Refuses new work, finishes what was accepted, and closes the connections. May be called twice.</summary>
    public ValueTask DisposeAsync() => new(_closed.Value);

    private async Task ConnectAsync(IReadOnlyList<Migration> known, CancellationToken cancel)
    {
        await _server.RunAsync(
            async (connection, token) =>
            {
                await Safety.CheckAsync(connection, _server.Name, token);
                await Schema.EnsureAsync(connection, _server.Name, known, token);
                return true;
            },
            cancel);
        await _listener.StartAsync(cancel);
        await _releases.StartAsync(cancel);
    }

    private async Task CloseAsync()
    {
        await _releases.DisposeAsync();
        await _herald.DisposeAsync();
        await _server.DisposeAsync();
        // Last: until here others must not take what this one has in hand.
        await _listener.DisposeAsync();
    }

    // From callers and from the listener: one at a time.
    private void Tell(Committed news)
    {
        lock (_telling)
        {
            News.Tell(Committed, news, HandlerFailed);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A handler of the journal's commits failed: {Failure}.")]
    private partial void HandlerFailed(string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "News between replicas fail, and are found by looking instead: {Failure}")]
    private partial void NewsFailed(string failure);
}
