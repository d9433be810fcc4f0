using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.Connector;

/// <summary>Tells the operator why calls are refused, once a minute for each reason: a wrong setting must be seen, and a flood must not fill the disk.</summary>
internal sealed partial class RefusalLog(TimeProvider time, ILogger<RefusalLog> log)
{
    private static readonly TimeSpan _quiet = TimeSpan.FromMinutes(1);
    private readonly ILogger _log = log;

    // Reasons are fixed sentences: there are few.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _noted = new(StringComparer.Ordinal);

    /// <summary>Notes a refusal.</summary>
    public void Note(Refusal refused)
    {
        var now = time.GetUtcNow();
        if (_noted.TryGetValue(refused.Message, out var last) && now - last < _quiet)
        {
            return;
        }

        _noted[refused.Message] = now;
        LogRefused(_log, refused.Status, refused.Message);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A call to /api/messages was refused ({Status}): {Reason} The same reason is not said again for a minute.")]
    private static partial void LogRefused(ILogger log, int status, string reason);
}
