using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.Channels.Connector;

/// <summary>Takes the bot's own name out of a text that calls it (<c>&lt;at&gt;OverdoseBot&lt;/at&gt; he is blue</c>): it is not what happened.</summary>
internal static class Mentions
{
    /// <summary>The text without mentions of its recipient.</summary>
    public static string? Without(Activity posted)
    {
        var text = posted.Text;
        foreach (var entity in posted.Entities ?? [])
        {
            if (text is not null && entity is { Type: "mention", Properties: { } mention }
                && (mention["mentioned"] as JObject)?["id"] is JValue { Value: string id } && id == posted.Recipient?.Id
                && mention["text"] is JValue { Value: string { Length: > 0 } name })
            {
                text = text.Replace(name, string.Empty, StringComparison.Ordinal).Trim();
            }
        }

        return text;
    }
}
