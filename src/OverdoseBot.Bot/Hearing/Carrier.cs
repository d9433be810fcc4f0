using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.Bot;

/// <summary>
/// Words that a phone company takes for itself (wire-protocols.md 5.6): after STOP it lets none of our messages through till START. The channel
/// says which it was in <c>channelData.carrier</c>. The person may have meant the breathing, so that the words are read as well.
/// </summary>
public static class Carrier
{
    /// <summary>The name in <c>channelData</c>.</summary>
    public const string Name = "carrier";

    /// <summary>Our messages are blocked from now on.</summary>
    public const string Stop = "stop";

    /// <summary>Our messages go through again.</summary>
    public const string Start = "start";

    /// <summary>The word that opens some numbers again, and is an answer otherwise.</summary>
    public const string Yes = "yes";

    /// <summary>Whether this message cuts them off.</summary>
    internal static bool CutsOff(Activity message) => Word(message) == Stop;

    /// <summary>Whether this message brings them back, and answers nothing.</summary>
    internal static bool BringsBack(Activity message, CaseRecord record) => Word(message) switch
    {
        Start => true,
        Yes => record.CutOff,
        _ => false,
    };

    /// <summary>The record of somebody who is back: nothing was heard, and the prompts begin anew.</summary>
    internal static CaseRecord Back(CaseRecord record, DateTimeOffset now) => record with
    {
        CutOff = false,
        Unreached = null,
        Ended = false,
        LastHeard = record.Stack.IsEmpty ? null : now,
        PromptsSent = 0,
        SilenceHeldUntil = null,
    };

    /// <summary>Which of the words this message is; null: none.</summary>
    internal static string? Word(IMessageActivity message) => ((message.ChannelData as JObject)?[Name] as JValue)?.Value as string;
}
