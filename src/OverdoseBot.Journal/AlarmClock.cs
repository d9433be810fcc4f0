using Microsoft.Extensions.Logging;

namespace OverdoseBot.Journal;

/// <summary>
/// Rings conversations whose alarm is due, within one second of the time. What is due lives in the journal, so that alarms
/// survive a restart: overdue ones ring once the clock runs again.
/// </summary>
/// <param name="journal">Where alarms are kept.</param>
/// <param name="time">The only source of time.</param>
/// <param name="ring">
/// Runs the alarm's turn. It must load the record and check there that the alarm still stands (a message may have come first), and
/// its commit must move the conversation's due time. It runs on many conversations at once, but never twice at once on one.
/// </param>
/// <param name="log">Receives failures, never content or conversation ids.</param>
public sealed class AlarmClock(IJournal journal, TimeProvider time, Func<DueAlarm, CancellationToken, Task> ring, ILogger log)
{
    /// <summary>Runs until cancelled, then awaits the rings under way.</summary>
    public Task RunAsync(CancellationToken cancel) => throw new NotImplementedException($"{journal}{time}{ring}{log}{cancel}");
}
