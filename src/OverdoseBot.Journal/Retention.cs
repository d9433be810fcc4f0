using Microsoft.Extensions.Logging;

namespace OverdoseBot.Journal;

/// <summary>Deletes what people wrote some time after their last message: at the start and then every hour.</summary>
/// <param name="journal">The journal to sweep.</param>
/// <param name="time">The only source of time.</param>
/// <param name="log">Receives counts and failures, never content.</param>
/// <param name="keep">How long after a person's last message their conversation is kept; null = 24 hours. More than zero.</param>
public sealed class Retention(IJournal journal, TimeProvider time, ILogger log, TimeSpan? keep = null)
{
    /// <summary>Runs until cancelled.</summary>
    public Task RunAsync(CancellationToken cancel) => throw new NotImplementedException($"{journal}{time}{keep}{log}{cancel}");
}
