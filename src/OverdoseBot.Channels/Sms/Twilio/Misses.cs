using System.Globalization;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary>Tells the operator and the bot that a message did not arrive, and asks for it once more where that may help.</summary>
internal sealed partial class Misses(IJournal journal, TurnRunner runner, PersonNames names, ILogger<Misses> log)
{
    private readonly ILogger _log = log;

    /// <summary>Takes a failure. False: the store is away, and nothing of it is kept.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="messageId">The message's id; null: the last one.</param>
    /// <param name="code">Twilio's code; null: it gave none.</param>
    /// <param name="cancel">Before it began, nothing happened.</param>
    public async Task<bool> TakeAsync(string conversation, string? messageId, int? code, CancellationToken cancel)
    {
        var failure = Failure.Of(code);
        Log(failure, code);
        if (await Spoken.FindAsync(journal, conversation, messageId, cancel) is not { Message: var message } spoken)
        {
            return true;
        }

        // What was said since has its own fate: this message is no news to anybody.
        if (spoken.Overtaken && failure.Reaction != Reaction.CutOff)
        {
            return true;
        }

        var report = new Activity(ActivityTypes.Event)
        {
            Name = OverdoseResponseBot.UndeliveredEvent,
            ChannelId = SmsNames.Channel,
            Value = Report(message, failure.Reaction),
            Conversation = new ConversationAccount { Id = conversation },
        };
        return (await runner.RunAsync(conversation, names.Inbound("missed", message.Id), report, sms: true, cancel)).Turn > 0;
    }

    private static JObject Report(Activity message, Reaction reaction)
    {
        var said = message.ChannelData as JObject;
        var report = new JObject { ["message"] = message.Id, ["step"] = (string?)said?["guide"]?["step"] };
        var again = reaction switch
        {
            Reaction.InPlainWords => OverdoseResponseBot.AgainPlain,
            Reaction.OnceMore => OverdoseResponseBot.AgainSame,
            _ => null,
        };
        if (again is not null && (bool?)said?["again"] != true)
        {
            report["again"] = again;
        }

        if (reaction == Reaction.CutOff)
        {
            report["cut-off"] = true;
        }

        return report;
    }

    private void Log(Failure failure, int? code)
    {
        var number = code?.ToString(CultureInfo.InvariantCulture) ?? "none";
        if (failure.Reaction == Reaction.Misconfigured)
        {
            LogMisconfigured(_log, number, failure.Meaning);
        }
        else
        {
            LogMissed(_log, number, failure.Meaning);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A text message did not reach its person (code {Code}): {Meaning}.")]
    private static partial void LogMissed(ILogger log, string code, string meaning);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Text messages cannot be sent till somebody acts (code {Code}): {Meaning}.")]
    private static partial void LogMisconfigured(ILogger log, string code, string meaning);
}
