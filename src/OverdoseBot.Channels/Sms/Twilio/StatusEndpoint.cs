using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary><c>POST /sms/twilio/status</c>: what became of messages of ours. Nothing of it reaches a person directly.</summary>
internal sealed partial class StatusEndpoint(Doorman doorman, PersonNames names, KeptNames kept, IJournal journal, TurnRunner runner, Misses misses, ILogger<StatusEndpoint> log)
{
    private readonly ILogger _log = log;

    public async Task TakeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            if (await doorman.LetInAsync(context) is not { } form)
            {
                return;
            }

            var theirs = await kept.OfAsync(n => Report.ConversationOf(form, n), CancellationToken.None);
            if (Report.Read(form, context.Request.Query[Report.QueryName], theirs) is { } report)
            {
                await HearAsync(report);
            }

            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            LogFailed(_log, error.GetType().Name, error.StackTrace);
            await TwiML.WriteAsync(context.Response, TwiML.Nothing, StatusCodes.Status500InternalServerError);
        }
    }

    private async Task HearAsync(Report report)
    {
        if (report.Failed)
        {
            await misses.TakeAsync(report.Conversation, report.Message, report.Code, CancellationToken.None);
        }
        else if (report is { Arrived: true, Message: { } message } && await HasMissedAsync(report.Conversation))
        {
            var arrived = new Activity(ActivityTypes.Event)
            {
                Name = OverdoseResponseBot.DeliveredEvent,
                ChannelId = SmsNames.Channel,
                Value = new JObject { ["message"] = message },
                Conversation = new ConversationAccount { Id = report.Conversation },
            };
            await runner.RunAsync(report.Conversation, names.Inbound("arrived", message), arrived, sms: true, CancellationToken.None);
        }
    }

    // Nearly always nothing is missed: that costs one read and no turn.
    private async ValueTask<bool> HasMissedAsync(string conversation) =>
        (await journal.BeginAsync(conversation, names.Inbound("look", conversation), CancellationToken.None)).Record is { } kept
        && RecordJson.Read(kept.Span).Unreached is not null;

    [LoggerMessage(Level = LogLevel.Error, Message = "A report about a text message could not be taken ({Error}). {Stack}")]
    private static partial void LogFailed(ILogger log, string error, string? stack);
}
