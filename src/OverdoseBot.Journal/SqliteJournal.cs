using Microsoft.Extensions.Logging;
using OverdoseBot.Journal.Sealing;
using OverdoseBot.Journal.Sqlite;
using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal;

/// <summary>The journal in one SQLite file: the embedded default, durable at every commit.</summary>
public sealed partial class SqliteJournal : IJournal
{
    private readonly ILogger _log;
    private readonly Writer _writer;
    private readonly Readers _reads;
    private readonly WriteLoop _writes;
    private readonly WriteGroup _group;
    private readonly Sweeper _sweeper;
    private readonly Seal _seal;
    private readonly Resealing _resealing;
    private readonly Lazy<Task> _closed;

    private SqliteJournal(Database file, Seal seal, TimeProvider time, ILogger log)
    {
        _log = log;
        _seal = seal;
        _writer = new(file.OpenWriter(), seal);
        _reads = new(file, seal);
        _group = new(_writer, file, Tell);
        _writes = new(_group);
        _sweeper = new(_writes, _reads, time);
        _resealing = new(seal, new SealPass(_writes, _reads).RunAsync, _ => _sweeper.WipeSoonAsync(), log);
        OutboxRows = new OutboxRows(_writes, _reads);
        _closed = new(CloseAsync);
    }

    /// <inheritdoc/>
    public event Action<Committed>? Committed;

    /// <inheritdoc/>
    public IOutboxRows OutboxRows { get; }

    /// <summary>How many transactions were committed; fewer than turns, because turns share them.</summary>
    internal long Commits => _group.Commits;

    /// <summary>For tests that ask the real connection about its settings.</summary>
    internal Writer Writer => _writer;

    /// <summary>Opens the file, or creates it (readable to its owner only) with its folder.</summary>
    /// <param name="connectionString">Such as <c>Data Source=journal.db</c>. A file on a local disk; a database in memory is refused.</param>
    /// <param name="time">The only source of time.</param>
    /// <param name="log">Receives failures, never content or conversation ids.</param>
    /// <param name="keys">Seal what conversations hold; null: it is kept as it is.</param>
    /// <param name="cancel">Gives up before opening.</param>
    /// <exception cref="ArgumentException">The connection string names no file.</exception>
    /// <exception cref="JournalException">The file cannot be read or written, is damaged, is not a journal, or was written by a newer program.</exception>
    public static async ValueTask<SqliteJournal> OpenAsync(
        string connectionString, TimeProvider time, ILogger log, JournalKeys? keys = null, CancellationToken cancel = default)
    {
        var file = Database.Parse(connectionString);
        // Opening may have to replay a long write-ahead log.
        return await Task.Run(() => new SqliteJournal(file, new(keys ?? JournalKeys.None), time, log), cancel);
    }

    /// <inheritdoc/>
    public ValueTask<Opened> BeginAsync(string conversation, string inboundKey, CancellationToken cancel)
    {
        Checks.Key(conversation);
        Checks.Key(inboundKey);
        return _reads.ReadAsync(reader => reader.Begin(conversation, inboundKey), cancel);
    }

    /// <inheritdoc/>
    public async ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel)
    {
        Checks.Entry(turn);
        var content = TurnContent.Of(turn, _seal);
        var outcome = await _writes.SendAsync(new WriteRequest<CommitOutcome>(writer => writer.Turns.Commit(turn, content), outcome => News.Of(turn, outcome)), cancel);
        if (turn.ErasesSince is not null && outcome is CommitOutcome.Done)
        {
            await _sweeper.WipeSoonAsync();
        }

        return outcome;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LoggedTurn>> HistoryAsync(string conversation, long after, int most, CancellationToken cancel)
    {
        Checks.Key(conversation);
        Checks.Most(most);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return _reads.ReadAsync(reader => reader.History(conversation, after, most), cancel);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel)
    {
        Checks.Most(most);
        return _reads.ReadAsync(reader => reader.Due(now, most), cancel);
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => _reads.ReadAsync(reader => reader.NextDue(), cancel);

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

    /// <summary>Refuses new work, finishes what was accepted, and closes the file. May be called twice.</summary>
    public ValueTask DisposeAsync() => new(_closed.Value);

    private async Task CloseAsync()
    {
        _sweeper.Dispose();
        await _writes.DisposeAsync();
        _reads.Dispose();
        _writer.Dispose();
    }

    private void Tell(Committed news) => News.Tell(Committed, news, HandlerFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "A handler of the journal's commits failed: {Failure}.")]
    private partial void HandlerFailed(string failure);
}
