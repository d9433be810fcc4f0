using Microsoft.Bot.Schema;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.Connector;

/// <summary>
/// What a channel sends, made safe: only what the bot needs is taken over, so that names, channelData, callerId and whatever else comes
/// along are neither believed nor kept (wire-protocols.md 1.1).
/// </summary>
internal static class IncomingActivity
{
    private const int LongestName = 128;
    private const int LongestId = 2_048;
    private const int LongestLocale = 35;

    /// <summary>The activity for the bot; null: it is nothing that the bot hears.</summary>
    /// <exception cref="Refusal">400: it does not say where it belongs.</exception>
    public static Activity? Heard(Activity posted)
    {
        if (!PostedActivity.IsHeard(posted) && !IsArrival(posted))
        {
            return null;
        }

        if (posted.ChannelId is not { Length: > 0 and <= LongestName } || posted.Conversation?.Id is not { Length: > 0 }
            || !Array.TrueForAll([posted.Conversation.Id, posted.Id, posted.From?.Id, posted.Recipient?.Id], IsId))
        {
            throw Refusal.BadArgument("The activity does not say in which channel and conversation it is, or an id is too long.");
        }

        var heard = new Activity(posted.Type)
        {
            Id = posted.Id,
            Timestamp = posted.Timestamp,
            LocalTimestamp = posted.LocalTimestamp,
            ServiceUrl = posted.ServiceUrl,
            ChannelId = posted.ChannelId,
            From = Account(posted.From, RoleTypes.User),
            Recipient = Account(posted.Recipient, RoleTypes.Bot),
            Conversation = Place(posted.Conversation),
            Locale = posted.Locale is { Length: <= LongestLocale } locale ? locale : null,
        };
        if (PostedActivity.IsHeard(posted))
        {
            (heard.Text, heard.Value, heard.Name) = (Cut(Mentions.Without(posted)), posted.Value, posted.Name);
        }
        else
        {
            heard.MembersAdded = [heard.From];
        }

        return heard;
    }

    // Somebody came whom the bot can greet; the bot itself also is a member (wire-protocols.md 1.2).
    private static bool IsArrival(Activity posted) => posted.Type == ActivityTypes.ConversationUpdate
        && posted.MembersAdded is { } added && added.Any(m => m?.Id is { Length: > 0 } id && id != posted.Recipient?.Id);

    // It becomes a part of an address, where dots alone lead elsewhere.
    private static bool IsId(string? id) => id is null or "" || (id.Length <= LongestId && id.AsSpan().ContainsAnyExcept('.'));

    private static ChannelAccount? Account(ChannelAccount? account, string role) =>
        account?.Id is { Length: > 0 } id ? new ChannelAccount { Id = id, Role = role } : null;

    // Teams needs its conversation's kind and tenant again with a reply.
    private static ConversationAccount Place(ConversationAccount place) =>
        new() { Id = place.Id, IsGroup = place.IsGroup, ConversationType = Short(place.ConversationType), TenantId = Short(place.TenantId) };

    private static string? Short(string? text) => text is { Length: > 0 and <= LongestName } ? text : null;

    // A channel cannot tell its user that a text was too long: its beginning is heard.
    private static string? Cut(string? text) => text?.Length > PostedActivity.MostText
        ? text[..(char.IsHighSurrogate(text[PostedActivity.MostText - 1]) ? PostedActivity.MostText - 1 : PostedActivity.MostText)]
        : text;
}
