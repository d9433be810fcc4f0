using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using OverdoseBot.Bot;

namespace OverdoseBot.Channels.Http;

/// <summary>An activity in a request, whichever protocol brought it.</summary>
internal static class PostedActivity
{
    /// <summary>The most characters of text: far more than a frightened person types.</summary>
    public const int MostText = 8_000;

    private static readonly string[] _heardEvents = [OverdoseResponseBot.CallTappedEvent, OverdoseResponseBot.SetEvent];

    /// <summary>Whether the bot hears it. The bot's own events, such as its clocks, never come from outside.</summary>
    public static bool IsHeard(Activity posted) =>
        posted.Type == ActivityTypes.Message || (posted.Type == ActivityTypes.Event && _heardEvents.Contains(posted.Name));

    /// <summary>Reads the JSON.</summary>
    /// <exception cref="Refusal">400: it is not an activity, or has no type.</exception>
    public static Activity Parse(string body)
    {
        var activity = Read(body);
        return string.IsNullOrEmpty(activity.Type)
            ? throw new Refusal(400, "MissingProperty", "An activity needs a type.")
            : activity;
    }

    private static Activity Read(string body)
    {
        try
        {
            return ActivityJson.Read(body);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or OverflowException or ArgumentException or InvalidCastException)
        {
            // Its message may quote the body.
            throw Refusal.BadArgument("The body is not an activity in JSON.");
        }
    }
}
