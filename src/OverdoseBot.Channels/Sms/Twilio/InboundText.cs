using System.Security.Cryptography;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary>A text message as the bot takes it.</summary>
/// <param name="Conversation">The conversation's key; null: nobody knows who sent it, and it cannot be kept.</param>
/// <param name="Key">What makes it the same message when it comes again.</param>
/// <param name="Activity">The message.</param>
internal sealed record InboundText(string? Conversation, string Key, Activity Activity)
{
    /// <summary>The most characters that are read: several times what Twilio lets through.</summary>
    public const int MostText = 8_000;

    /// <summary>The header that retries of one webhook share (wire-protocols.md 5.4).</summary>
    public const string TokenHeader = "I-Twilio-Idempotency-Token";

    /// <summary>True: it came through another service of the provider (<see cref="Address.IsOfOtherService"/>).</summary>
    public bool IsOfOtherService { get; private init; }

    /// <summary>True: the phone company took the message for itself and blocks what we send from now on.</summary>
    public bool CutsOff => (string?)(Activity.ChannelData as JObject)?[Bot.Carrier.Name] == Bot.Carrier.Stop;

    /// <summary>False: a report about a message of ours, or a message of ours to ourselves, which nobody must answer.</summary>
    public static bool IsFromPerson(Form form) => form["MessageStatus"] is null && (form["From"] is not { } theirs || theirs != form["To"]);

    /// <summary>Reads a webhook's form; every field may be missing.</summary>
    /// <param name="form">The form.</param>
    /// <param name="token">The token of its retries; null: none.</param>
    /// <param name="front">The address of this service, without the path.</param>
    /// <param name="names">Names that hide the number.</param>
    /// <param name="library">The scripts.</param>
    public static InboundText Read(Form form, string? token, string front, PersonNames names, Library library)
    {
        var theirs = form["From"] ?? string.Empty;
        var address = new Address(theirs, form["To"] ?? string.Empty, form["AccountSid"] ?? string.Empty);
        var conversation = theirs.Length == 0 ? null : ConversationOf(form, names);
        var text = form["Body"] ?? string.Empty;
        text = text.Length <= MostText ? text : text[..MostText];
        var message = new Activity(ActivityTypes.Message)
        {
            ChannelId = SmsNames.Channel,
            ServiceUrl = front,
            Text = text,
            Locale = library.LanguageOfPhone(Digits(theirs)),
            Value = Place(library, theirs, address.Ours) is { } place ? new JObject { ["region"] = place.Id } : null,
            ChannelData = CarrierWords.Mark(text, form["OptOutType"]),
            From = new ChannelAccount { Id = names.Seal(address), Role = RoleTypes.User },
            Recipient = new ChannelAccount { Id = SmsNames.Bot, Role = RoleTypes.Bot },
            Conversation = new ConversationAccount { Id = conversation },
        };
        return new InboundText(conversation, KeyOf(form, token, names), message) { IsOfOtherService = address.IsOfOtherService };
    }

    /// <summary>The conversation of whoever sent it.</summary>
    public static string ConversationOf(Form form, PersonNames names) => names.Conversation(form["To"] ?? string.Empty, form["From"] ?? string.Empty);

    private static string KeyOf(Form form, string? token, PersonNames names) =>
        (form["MessageSid"] ?? form["SmsMessageSid"] ?? form["SmsSid"]) is { } sid ? names.Inbound("sid", sid)
        : string.IsNullOrEmpty(token) ? names.Inbound("random", RandomNumberGenerator.GetHexString(32))
        : names.Inbound("token", token);

    // A number that no region has is abroad somewhere; a short code or a name says nothing, and our own number says where we serve.
    private static Region? Place(Library library, string theirs, string ours) =>
        IsNumber(theirs) ? library.RegionOfPhone(Digits(theirs)) ?? library.Regions.Values.FirstOrDefault(r => r.Dial is null)
        : IsNumber(ours) ? library.RegionOfPhone(Digits(ours))
        : null;

    private static bool IsNumber(string address) => Digits(address).TrimStart('+') is { Length: >= 8 and <= 15 } digits && digits.All(char.IsAsciiDigit);

    // Other services of the provider write their name in front: "whatsapp:+44…".
    private static string Digits(string address) => address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
}
