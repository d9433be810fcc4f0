using Microsoft.Bot.Schema;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>
/// The echo of a user's "Retry" of what had been heard already. Web Chat waits for the new clientActivityID and would say "Send failed" for ever
/// (wire-protocols.md 3.5), so that the first echo is sent once more with it, under the same id: it takes the first one's place.
/// </summary>
internal static class LateEcho
{
    /// <summary>The event that keeps it in the journal; the bot does nothing with it, and no client can post it.</summary>
    public const string Event = "echo";

    /// <summary>The event for a retry.</summary>
    /// <param name="retry">What was posted again.</param>
    /// <param name="echo">The id of the first echo.</param>
    /// <param name="at">When it was heard.</param>
    public static Activity Of(Activity retry, string echo, DateTimeOffset at)
    {
        (retry.Type, retry.Name, retry.Label, retry.Timestamp) = (ActivityTypes.Event, Event, echo, at);
        return retry;
    }
}
