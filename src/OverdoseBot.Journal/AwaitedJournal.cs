using Microsoft.Extensions.Logging;
using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal;

/// <summary>
/// The journal of a server that was away when the program started. The server is asked again and again; till it is there every call fails at once, as it does
/// when a server goes away later, so that people get the emergency card and not a program that gave up.
/// </summary>
internal sealed partial class AwaitedJournal : IJournal
{
    private static readonly TimeSpan _quiet = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _again = TimeSpan.FromMilliseconds(200);
    private readonly Func<CancellationToken, ValueTask<IJournal>> _open;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _over = new();
    private readonly Lazy<Task> _closed;
    private readonly Task _opening;
    private volatile JournalException _away;
    private volatile IJournal? _there;

    /// <summary>Begins to ask again.</summary>
    /// <param name="open">Opens the journal, or says why it cannot.</param>
    /// <param name="away">Why it could not at first.</param>
    /// <param name="time">The only source of time.</param>
    /// <param name="log">Receives failures, never content or conversation ids.</param>
    public AwaitedJournal(Func<CancellationToken, ValueTask<IJournal>> open, JournalException away, TimeProvider time, ILogger log)
    {
        (_open, _away, _time, _log) = (open, away, time, log);
        _closed = new(CloseAsync);
        _opening = OpenAsync();
    }

    /// <inheritdoc/>
    public event Action<Committed>? Committed;

    /// <inheritdoc/>
    public event Action? Missed;

    /// <inheritdoc/>
    public IOutboxRows OutboxRows => There.OutboxRows;

    // The same words, but an exception of its own for each caller.
    private IJournal There
    {
        get
        {
            ObjectDisposedException.ThrowIf(_closed.IsValueCreated, this);
            return _there ?? throw new JournalException(_away.Message, _away);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Opened> BeginAsync(string conversation, string inboundKey, CancellationToken cancel) => There.BeginAsync(conversation, inboundKey, cancel);

    /// <inheritdoc/>
    public ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel) => There.CommitAsync(turn, cancel);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LoggedTurn>> HistoryAsync(string conversation, long after, int most, CancellationToken cancel) =>
        There.HistoryAsync(conversation, after, most, cancel);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) => There.DueAsync(now, most, cancel);

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => There.NextDueAsync(cancel);

    /// <inheritdoc/>
    public ValueTask<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancel) => There.SweepAsync(olderThan, cancel);

    /// <inheritdoc/>
    public ValueTask ForgetAsync(string conversation, CancellationToken cancel) => There.ForgetAsync(conversation, cancel);

    /// <summary>Stops asking, or closes the journal that was opened. May be called twice.</summary>
    public ValueTask DisposeAsync() => new(_closed.Value);

    private async Task OpenAsync()
    {
        for (var (said, at) = (string.Empty, 0L); _there is null;)
        {
            if (_away.Message != said || _time.GetElapsedTime(at) >= _quiet)
            {
                (said, at) = (_away.Message, _time.GetTimestamp());
                StillAway(said);
            }

            await Task.Delay(_again, _time, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_over.IsCancellationRequested)
            {
                return;
            }

            await TryAsync();
        }
    }

    private async Task TryAsync()
    {
        try
        {
            var journal = await _open(_over.Token);
            journal.Committed += news => News.Tell(Committed, news, TryFailed);
            journal.Missed += () => Missed?.Invoke();
            _there = journal;
            IsThere();
            // Who looked before found nothing.
            Missed?.Invoke();
        }
        catch (JournalException away)
        {
            _away = away;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Nobody awaits this: a try that fails in a way of its own must not be the last.
            TryFailed(failure.GetType().Name);
        }
        catch (OperationCanceledException)
        {
            // Closed.
        }
    }

    private async Task CloseAsync()
    {
        await _over.CancelAsync();
        await _opening;
        await (_there?.DisposeAsync() ?? default);
        _over.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Why} Till it is there, everybody gets the emergency card; it is asked again and again.")]
    private partial void StillAway(string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "The journal could not be opened: {Failure}. It is tried again.")]
    private partial void TryFailed(string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The journal is there: people are led on from now on.")]
    private partial void IsThere();
}
