using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>
/// What goes to the hub (wire-protocols.md 7.1, bot as proxy). The SDK's own factory would name the person (their number, their account) and invent
/// ids; here nobody is named, the conversation has the hand-off's id (whoever delivers makes it opaque) and the turn stays a function.
/// </summary>
internal static class ToHub
{
    private const string Channel = "overdosebot";

    /// <summary>Asks for a person: where the case stands, and nothing that was written.</summary>
    public static Activity Initiate(CaseRecord record, Library library)
    {
        var initiate = Make(ActivityTypes.Event, record.Handoff!.Id);
        initiate.Name = HandoffEventNames.InitiateHandoff;
        initiate.Locale = record.Language;
        initiate.Value = Summary(record, library);
        initiate.RelatesTo = new ConversationReference
        {
            ChannelId = Channel,
            User = initiate.From,
            Bot = new ChannelAccount { Id = Channel, Role = RoleTypes.Bot },
            Conversation = new ConversationAccount { Id = record.Handoff.Id },
        };
        return initiate;
    }

    /// <summary>What the person wrote or tapped; null: nothing that can be passed on.</summary>
    public static Activity? Message(CaseRecord record, string? text)
    {
        if (PersonText.Clean(text) is not { Length: > 0 } clean)
        {
            return null;
        }

        var message = Make(ActivityTypes.Message, record.Handoff!.Id);
        (message.Text, message.TextFormat, message.Locale) = (clean, TextFormatTypes.Plain, record.Language);
        return message;
    }

    /// <summary>The hand-off is over on our side.</summary>
    public static Activity End(Handoff handoff) => Make(ActivityTypes.EndOfConversation, handoff.Id);

    private static JObject Summary(CaseRecord record, Library library)
    {
        var top = record.Top() ?? library.Fallback;
        var step = library.Find(top) ?? library.Find(library.Fallback)!;
        return new JObject
        {
            ["step"] = step.Place.ToString(),
            ["kind"] = Guide.Kind(step.Kind),
            ["region"] = record.Region,
            ["language"] = record.Language,
            ["form"] = record.Sms ? "sms" : "web",
            ["called"] = library.CallLine.Until.Any(record.Has),
            ["doses"] = new JObject { ["count"] = record.Doses.Length, ["times"] = new JArray(record.Doses.Select(Time)) },
            ["marks"] = new JObject(record.Marks.Select(m => new JProperty(m.Key, Time(m.Value.First)))),
        };
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static Activity Make(string type, string handoff) => new(type)
    {
        ChannelId = Channel,
        From = new ChannelAccount { Id = "person", Role = RoleTypes.User },
        Recipient = new ChannelAccount { Id = "hub" },
        Conversation = new ConversationAccount { Id = handoff },
    };
}
