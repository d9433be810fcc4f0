using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>One activity as a client sees it: everything that says who, where and when is ours, the rest is as it was kept.</summary>
internal sealed class WireActivity
{
    private readonly JObject _json;

    private WireActivity(JObject json) => _json = json;

    /// <summary>Reads kept JSON; null when its type is never relayed (wire-protocols.md 3.6, DL-20).</summary>
    public static WireActivity? Read(string kept)
    {
        using var text = new StringReader(kept);
        using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None, MaxDepth = 128 };
        var json = JObject.Load(reader);
        return (string?)json["type"] is ActivityTypes.ConversationUpdate or ActivityTypes.Trace or ActivityTypes.EndOfConversation
            or ActivityTypes.Invoke or ActivityTypesEx.InvokeResponse
            ? null
            : new WireActivity(json);
    }

    /// <summary>The account that bot messages come from. Equal id and name are labelled by the client in its own language.</summary>
    public static ChannelAccount Bot() => new() { Id = "overdosebot", Name = "overdosebot", Role = RoleTypes.Bot };

    /// <summary>As the message that it is the late echo of (<see cref="LateEcho"/>), with that message's id and time; null: it is none.</summary>
    public WireActivity? AsLateEcho(string conversation)
    {
        if ((string?)_json["type"] != ActivityTypes.Event || (string?)_json["name"] != LateEcho.Event || _json["label"] is not JValue { Value: string id }
            || !DateTimeOffset.TryParse((string?)_json["timestamp"], CultureInfo.InvariantCulture, out var at))
        {
            return null;
        }

        _json["type"] = ActivityTypes.Message;
        _json.Remove("name");
        _json.Remove("label");
        return At(conversation, id, at.ToUnixTimeMilliseconds());
    }

    /// <summary>The JSON with its place in the conversation.</summary>
    /// <param name="conversation">The conversation's id.</param>
    /// <param name="id">The activity's id.</param>
    /// <param name="stamp">Its timestamp, in Unix milliseconds.</param>
    public WireActivity At(string conversation, string id, long stamp)
    {
        _json["id"] = id;
        _json["timestamp"] = DateTimeOffset.FromUnixTimeMilliseconds(stamp).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        _json["channelId"] = DirectLineNames.Channel;
        _json["conversation"] = new JObject { ["id"] = conversation };
        _json.Remove("serviceUrl");
        _json.Remove("recipient");
        return this;
    }

    /// <summary>As a message of the bot, in answer to <paramref name="echo"/>; null: to nothing the client knows.</summary>
    public WireActivity FromBot(string? echo)
    {
        // Somebody's words, brought by the bot: whose they are is shown.
        var name = _json["channelData"] is JObject data && data["guide"] is JObject guide ? (string?)guide["person"] : null;
        _json["from"] = new JObject { ["id"] = Bot().Id, ["name"] = name ?? Bot().Name, ["role"] = Bot().Role };
        _json.Remove("replyToId");
        if (echo is not null)
        {
            // A replyToId that was never echoed holds a message back for five seconds (3.5).
            _json["replyToId"] = echo;
        }

        return this;
    }

    /// <summary>The JSON.</summary>
    public override string ToString() => _json.ToString(Formatting.None);
}
