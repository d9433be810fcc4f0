using Microsoft.Extensions.Logging;

namespace OverdoseBot.Journal;

/// <summary>
/// Deletes what people wrote some time after their last message: at the start and then every hour, or as often as the keep time when that is shorter.
/// </summary>
public sealed partial class Retention
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);
    private readonly IJournal _journal;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly TimeSpan _keep;

    /// <summary>A sweeper for one journal.</summary>
    /// <param name="journal">The journal to sweep.</param>
    /// <param name="time">The only source of time.</param>
    /// <param name="log">Receives counts and failures, never content.</param>
    /// <param name="keep">How long after a person's last message their conversation is kept: one minute to 3,650 days; null = 24 hours.</param>
    public Retention(IJournal journal, TimeProvider time, ILogger log, TimeSpan? keep = null)
    {
        _journal = journal;
        _time = time;
        _log = log;
        _keep = keep ?? TimeSpan.FromHours(24);
        ArgumentOutOfRangeException.ThrowIfLessThan(_keep, TimeSpan.FromMinutes(1), nameof(keep));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_keep, TimeSpan.FromDays(3_650), nameof(keep));
    }

    /// <summary>Runs until cancelled, then returns. A sweep that fails is logged and comes again at the next turn of the clock.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(_keep < _hour ? _keep : _hour, _time);
        try
        {
            do
            {
                await SweepAsync(cancel);
            }
            while (await timer.WaitForNextTickAsync(cancel));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    private async Task SweepAsync(CancellationToken cancel)
    {
        try
        {
            var swept = await _journal.SweepAsync(_time.GetUtcNow() - _keep, cancel);
            Swept(swept);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            // The journal's own messages hold a remedy and no content; other exceptions may quote anything.
            Failed(e is JournalException ? e.Message : e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention deleted {Count} conversations.")]
    private partial void Swept(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Retention failed and will try again: {Failure}")]
    private partial void Failed(string failure);
}
