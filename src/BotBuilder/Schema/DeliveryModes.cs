namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="Activity.DeliveryMode"/> (bot-framework-api.md 3).</summary>
public static class DeliveryModes
{
    /// <summary>Replies go out through the channel.</summary>
    public const string Normal = "normal";

    /// <summary>As normal, marked as a notification.</summary>
    public const string Notification = "notification";

    /// <summary>Replies are buffered and returned with the request's own response.</summary>
    public const string ExpectReplies = "expectReplies";

    /// <summary>As normal, not kept by the channel.</summary>
    public const string Ephemeral = "ephemeral";
}
