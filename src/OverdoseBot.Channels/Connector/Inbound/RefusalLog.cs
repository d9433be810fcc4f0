using Microsoft.Extensions.Logging;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.Connector;

/// <summary>Tells the operator why calls are refused, once a minute for each reason: a wrong setting must be seen, and a flood must not fill the disk.</summary>
internal sealed partial class RefusalLog(TimeProvider time, ILogger<RefusalLog> log)
{
    private readonly ILogger _log = log;
    private readonly Seldom _seldom = new(time);

    /// <summary>Notes a refusal.</summary>
    public void Note(Refusal refused)
    {
        // Reasons are fixed sentences: there are few.
        if (_seldom.May(refused.Message))
        {
            LogRefused(_log, refused.Status, refused.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A call to /api/messages was refused ({Status}): {Reason} The same reason is not said again for a minute.")]
    private static partial void LogRefused(ILogger log, int status, string reason);
}
