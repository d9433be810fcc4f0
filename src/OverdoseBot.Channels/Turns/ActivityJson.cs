using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace OverdoseBot.Channels;

/// <summary>Activities as JSON with the Bot Framework's own names (wire-protocols.md 1.1).</summary>
public static class ActivityJson
{
    private static readonly JsonSerializerSettings _settings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        MaxDepth = 64,
        // Text that looks like a date stays the text it was: what a client put into its channelData comes back unchanged.
        DateParseHandling = DateParseHandling.None,
    };

    /// <summary>Writes an activity, compact, without nulls.</summary>
    public static string Write(Activity activity) => JsonConvert.SerializeObject(activity, Formatting.None, _settings);

    /// <summary>Reads an activity.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static Activity Read(string json) =>
        JsonConvert.DeserializeObject<Activity>(json, _settings) ?? throw new JsonSerializationException("The activity is null.");
}
