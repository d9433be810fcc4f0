using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Sms;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels;

/// <summary>What a turn keeps of itself when the person asks to be forgotten.</summary>
internal static class Forgotten
{
    /// <summary>What stands in place of the words. Whoever reads the transcript waits to see that their post arrived.</summary>
    public const string Words = "…";

    private const string PostId = "clientActivityID";

    /// <summary>The record to keep: without the address, sealed as it is, when all is forgotten.</summary>
    public static CaseRecord Record(TurnResult result) => result.Forgets == Forgets.All ? result.Record with { Reference = null } : result.Record;

    /// <summary>The input to keep, as JSON; null: none of it.</summary>
    /// <param name="result">What the turn made.</param>
    /// <param name="inbound">The input.</param>
    /// <param name="echoed">True where clients read the transcript.</param>
    public static string? Inbound(TurnResult result, Activity inbound, bool echoed) =>
        result.Forgets == Forgets.Nothing || Opinion.Is(inbound) ? ActivityJson.Write(inbound)
        : echoed && inbound.Type == ActivityTypes.Message ? ActivityJson.Write(Bare(inbound, Words))
        : null;

    /// <summary>The entry to keep: when all is forgotten by text message, its replies stand without the sealed number they went to; TwiML needs none.</summary>
    public static TurnEntry Entry(TurnEntry entry, TurnResult result, ReplyRoute? route) =>
        result.Forgets == Forgets.All && route?.Target == SmsNames.Target ? entry with { Outgoing = [.. entry.Outgoing.Select(Unaddressed)] } : entry;

    /// <summary>An input of which nothing is left but what its sender needs to see that it arrived, and this text.</summary>
    public static Activity Bare(Activity inbound, string? text) => new(inbound.Type)
    {
        Text = text,
        From = new ChannelAccount { Id = inbound.From?.Id, Role = inbound.From?.Role },
        ChannelData = (inbound.ChannelData as JObject)?[PostId] is JValue id ? new JObject { [PostId] = id } : null,
    };

    private static string Unaddressed(string reply)
    {
        var kept = ActivityJson.Read(reply);
        (kept.Recipient, kept.ServiceUrl) = (null, null);
        return ActivityJson.Write(kept);
    }
}
