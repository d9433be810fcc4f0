using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Http;
using JsonElement = System.Text.Json.JsonElement;
using JsonValueKind = System.Text.Json.JsonValueKind;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>
/// What a client posts, made safe: who, where and when come from the token and from us, never from the body (wire-protocols.md 3.6, DL-9).
/// Its channelData stays as it is, for the echo.
/// </summary>
internal static class InboundActivity
{
    /// <summary>
    /// The most characters of JSON that an activity has beside its text. Web Chat and our page send below 1,000: every reader of the conversation gets
    /// them again.
    /// </summary>
    public const int MostBesideText = 16 * 1_024;

    /// <summary>Reads a posted activity.</summary>
    /// <remarks>
    /// A message whose text can be read, in a body of at most 256 KiB, is not refused for what hangs on it (somebody may send a picture of who lies there):
    /// the text is heard, and the rest is let go.
    /// </remarks>
    /// <exception cref="Refusal">400: it is not an activity; 413: its text, or what else it has, is too long.</exception>
    public static Activity Read(string body, TokenClaims visitor, string serviceUrl)
    {
        var activity = PostedActivity.Parse(body);
        if (activity.Text?.Length > PostedActivity.MostText)
        {
            throw Refusal.TooLarge("A text may have 8,000 characters.");
        }

        // Written out anew only where the body is long enough to be too much.
        if (body.Length > MostBesideText && IsHeavy(activity))
        {
            activity = activity.Type == ActivityTypes.Message && !string.IsNullOrWhiteSpace(activity.Text) ? TextOf(activity) : activity;
            if (IsHeavy(activity))
            {
                throw Refusal.TooLarge("Beside its text an activity may have 16,384 characters of JSON. Send less channelData, value, entities or attachments.");
            }
        }

        (activity.Id, activity.ReplyToId, activity.CallerId, activity.Timestamp) = (null, null, null, null);
        // Asked to collect its replies, a turn would send nothing.
        (activity.DeliveryMode, activity.RelatesTo, activity.Expiration) = (null, null, null);
        return Place(activity, visitor, serviceUrl);
    }

    /// <summary>The activity that a conversation starts with.</summary>
    public static Activity Hello(TokenClaims visitor, string serviceUrl, VisitorBody? wish = null)
    {
        var hello = Place(new Activity(ActivityTypes.ConversationUpdate), visitor, serviceUrl);
        hello.Locale = Short(wish?.Locale);
        if (Short(wish?.Region) is { } region)
        {
            hello.Value = new JObject { ["region"] = region };
        }

        hello.MembersAdded = [hello.From];
        return hello;
    }

    /// <summary>The activity that a conversation starts anew with whose text was deleted.</summary>
    public static Activity Lost(TokenClaims visitor, string serviceUrl)
    {
        var lost = Place(new Activity(ActivityTypes.Event), visitor, serviceUrl);
        lost.Name = OverdoseResponseBot.LostEvent;
        return lost;
    }

    private static Activity TextOf(Activity message)
    {
        var text = Forgotten.Bare(message, message.Text);
        (text.Locale, text.LocalTimestamp) = (message.Locale, message.LocalTimestamp);
        return text;
    }

    private static bool IsHeavy(Activity activity)
    {
        var text = activity.Text;
        activity.Text = null;
        var length = ActivityJson.Write(activity).Length;
        activity.Text = text;
        return length > MostBesideText;
    }

    // Only a name that the scripts know means anything, and those are plain words: as written, because half an emoji cannot be read as text.
    private static string? Short(JsonElement? name) => name is { ValueKind: JsonValueKind.String } text && text.GetRawText().Trim('"') is { Length: > 0 and <= 35 } word ? word : null;

    private static Activity Place(Activity activity, TokenClaims visitor, string serviceUrl)
    {
        activity.ChannelId = DirectLineNames.Channel;
        activity.ServiceUrl = serviceUrl;
        activity.From = new ChannelAccount { Id = visitor.User, Role = RoleTypes.User };
        activity.Recipient = WireActivity.Bot();
        activity.Conversation = new ConversationAccount { Id = visitor.Conversation };
        return activity;
    }
}
