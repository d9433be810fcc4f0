using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using OverdoseBot.Channels.Watching;
using OverdoseBot.Scripts;

namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary>
/// <c>POST /sms/twilio</c>: a text message comes in, what the bot says goes back in the answer. Whatever happens, the person gets a reply or the
/// provider gets TwiML (wire-protocols.md 5.2 and 5.4: it calls the fallback address on anything else).
/// </summary>
internal sealed partial class Endpoint(SmsOptions options, Doorman doorman, PersonNames names, KeptNames kept, Library library, TurnRunner runner, Reception reception, NumberLimits limits, ILogger<Endpoint> log)
{
    private static readonly ReplyRoute _route = ReplyRoute.Caller(SmsNames.Target);
    private readonly ILogger _log = log;
    private readonly SeenTokens _tokens = new();

    public async Task TakeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        Form? form = null;
        try
        {
            form = await doorman.LetInAsync(context);
            if (form is not null)
            {
                var texts = await AnswerAsync(context.Request, form);
                await TwiML.WriteAsync(context.Response, TwiML.Of(texts));
                SmsWatch.Replied(texts);
            }
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            // The message of an exception may quote what a person wrote; its type cannot.
            LogFailed(_log, error.GetType().Name, error.StackTrace);
            await (form is null
                ? TwiML.WriteAsync(context.Response, TwiML.Nothing, StatusCodes.Status500InternalServerError)
                : TwiML.WriteAsync(context.Response, TwiML.Of(Texts(Card(form)))));
        }
    }

    private async Task<IReadOnlyCollection<(string Text, string? Callback)>> AnswerAsync(HttpRequest request, Form form)
    {
        if (!InboundText.IsFromPerson(form))
        {
            LogNotAText(_log);
            return [];
        }

        string? token = request.Headers[InboundText.TokenHeader];
        var theirs = await kept.OfAsync(n => InboundText.ConversationOf(form, n), CancellationToken.None);
        var text = InboundText.Read(form, token, PublicAddress.Front(request, options.PublicUrl), theirs, library);
        if (text.CutsOff)
        {
            LogCutOff(_log);
        }

        if (text.Conversation is not { } conversation)
        {
            LogNobody(_log);
            return Texts(Card(form));
        }

        if (reception.Refuses(limits.Take(conversation), conversation, text.Activity))
        {
            return limits.GetsCard(conversation) ? Texts(runner.Cards.Give(conversation, text.Activity, sms: true, CardReason.Limit).Activities) : [];
        }

        // A message that has arrived is answered, even if the provider hung up meanwhile: it asks again, and gets the same answer.
        var key = _tokens.KeyOf(conversation, token, text.Key);
        return Texts((await reception.TakeAsync(conversation, key, text.Activity, sms: true, _route with { NoReminders = text.IsOfOtherService })).Activities, text.Activity.ServiceUrl);
    }

    private IReadOnlyList<Activity> Card(Form form)
    {
        var text = InboundText.Read(form, null, string.Empty, names, library);
        return runner.Cards.Give(text.Conversation, text.Activity, sms: true, CardReason.Fault).Activities;
    }

    // A reply is asked after only where the answer can help: it can be said without the drug that a phone company filters.
    private static IReadOnlyCollection<(string Text, string? Callback)> Texts(IEnumerable<Activity> messages, string? front = null) =>
        [.. messages.Select(m => (m.Text, (bool?)(m.ChannelData as JObject)?["plain"] == true ? Report.Address(front, m.Conversation.Id, m.Id) : null))];

    [LoggerMessage(Level = LogLevel.Information, Message = "Someone sent the phone company's word for stop: till they send START none of our messages reaches them.")]
    private static partial void LogCutOff(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A text message came without a sender; the emergency card was given.")]
    private static partial void LogNobody(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What came to /sms/twilio was no text message from a person. Status callbacks belong to /sms/twilio/status.")]
    private static partial void LogNotAText(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "A text message could not be handled ({Error}); the emergency card was given. {Stack}")]
    private static partial void LogFailed(ILogger log, string error, string? stack);
}
