using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Bot.Schema;

namespace OverdoseBot.Channels.Connector;

/// <summary>
/// The journal's names for a conversation and an activity of a channel: hashes, because their ids may be telephone numbers, of any length
/// and with any characters. The app id is the hash's key: unlike a secret it stays the same, and with it a conversation under way.
/// </summary>
internal static class ConnectorKey
{
    /// <summary>Every conversation begins so.</summary>
    public const string Prefix = "connector/";

    private const string InboundPrefix = "cn/";

    /// <summary>The conversation of an activity.</summary>
    public static string Conversation(string? appId, Activity activity) => Prefix + Hash(appId, activity.ChannelId.ToLowerInvariant(), activity.Conversation.Id);

    /// <summary>
    /// What makes an activity the same when it is delivered again: its id. One without an id is known by its content and time; one without
    /// either is always new, because the same words twice may be news.
    /// </summary>
    public static string Inbound(Activity activity) => (activity.Id, activity.Timestamp) switch
    {
        ({ Length: > 0 } id, _) => InboundPrefix + "id/" + Hash(null, id),
        (_, { }) => InboundPrefix + "content/" + Hash(null, ActivityJson.Write(activity)),
        _ => InboundPrefix + RandomNumberGenerator.GetHexString(32, lowercase: true),
    };

    // Each part with its length, so that no two lists of parts look the same.
    private static string Hash(string? key, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key ?? string.Empty), MemoryMarshal.AsBytes(text.ToString().AsSpan())));
    }
}
