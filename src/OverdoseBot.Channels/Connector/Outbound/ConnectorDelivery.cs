using System.Net;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Connector;

/// <summary>Delivers what turns left for the connector: tries again what may still get through, and drops what cannot (wire-protocols.md 2.2).</summary>
internal sealed partial class ConnectorDelivery(ConnectorClient client, TimeProvider time, ILogger<ConnectorDelivery> log)
{
    /// <summary>The outbox rows that are for it.</summary>
    public const string Target = "connector";

    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(30);
    private readonly ILogger _log = log;

    /// <summary>Delivers one row.</summary>
    public async Task<Delivery> DeliverAsync(OutboxRow row, CancellationToken cancel)
    {
        try
        {
            using var answer = await client.SendAsync(ActivityJson.Read(row.Body), cancel);
            return answer is null
                ? new Delivery.Dropped("its serviceUrl is not trusted (any more)")
                : Outcome(answer, row.Tries);
        }
        catch (Exception away) when (away is HttpRequestException or BotTokenException || (away is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            LogAway(_log, away.GetType().Name, row.Tries);
            return Again(row.Tries);
        }
    }

    /// <summary>Delivers the emergency card at once, when the store is away and nothing can wait. False: the channel did not take it.</summary>
    public async Task<bool> DeliverNowAsync(IReadOnlyList<Activity> card, CancellationToken cancel)
    {
        try
        {
            foreach (var activity in card)
            {
                using var answer = await client.SendAsync(activity, cancel);
                if (answer is not { IsSuccessStatusCode: true })
                {
                    return false;
                }
            }

            return true;
        }
        catch (Exception away) when (away is HttpRequestException or BotTokenException or OperationCanceledException)
        {
            LogAway(_log, away.GetType().Name, 0);
            return false;
        }
    }

    private Delivery Outcome(HttpResponseMessage answer, int tries)
    {
        if (answer.IsSuccessStatusCode)
        {
            return new Delivery.Delivered();
        }

        var operation = answer.Headers.TryGetValues("X-Correlating-OperationId", out var ids) && ids.FirstOrDefault() is { Length: <= 64 } id ? id : "unknown";
        LogRefused(_log, (int)answer.StatusCode, operation, tries);
        return answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable when Wait(answer) is { } wait => new Delivery.Retry(time.GetUtcNow() + wait),
            HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or HttpStatusCode.PreconditionFailed or HttpStatusCode.Unauthorized => Again(tries),
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone => new Delivery.Dropped("the conversation is gone"),
            // Not only 502, 503 and 504: a message that comes twice does less harm than one that never comes.
            >= HttpStatusCode.InternalServerError => Again(tries),
            _ => new Delivery.Dropped("the channel does not take it"),
        };
    }

    private Delivery.Retry Again(int tries) => new(time.GetUtcNow() + Backoff.After(tries, _firstPause, _longestPause));

    // As long as the channel says, and never at once.
    private TimeSpan? Wait(HttpResponseMessage answer) => (answer.Headers.RetryAfter?.Delta ?? answer.Headers.RetryAfter?.Date - time.GetUtcNow()) is { } wait
        ? wait > _firstPause ? wait : _firstPause
        : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A channel answered {Status} to a reply (operation {Operation}, after {Tries} earlier tries).")]
    private static partial void LogRefused(ILogger log, int status, string operation, int tries);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A channel could not be reached ({Error}, after {Tries} earlier tries).")]
    private static partial void LogAway(ILogger log, string error, int tries);
}
