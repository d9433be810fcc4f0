using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>One activity as a client sees it: everything that says who, where and when is ours, the rest is as it was kept.</summary>
internal sealed class WireActivity
{
    private static readonly string[] _unrelayed =
        [.. ((string[])[ActivityTypes.ConversationUpdate, ActivityTypes.Trace, ActivityTypes.EndOfConversation, ActivityTypes.Invoke, ActivityTypesEx.InvokeResponse]).Select(type => JsonConvert.ToString(type))];

    private static readonly string _bot = From(JsonConvert.ToString(Bot().Name));
    private static readonly string _event = JsonConvert.ToString(ActivityTypes.Event);
    private static readonly string _lateEcho = JsonConvert.ToString(LateEcho.Event);
    private readonly RawObject _json;

    private WireActivity(RawObject json) => _json = json;

    /// <summary>Reads kept JSON; null when its type is never relayed (wire-protocols.md 3.6, DL-20).</summary>
    public static WireActivity? Read(string kept)
    {
        var json = RawObject.Read(kept);
        var type = json["type"];
        return Array.Exists(_unrelayed, unrelayed => type.Span.SequenceEqual(unrelayed)) ? null : new WireActivity(json);
    }

    /// <summary>The account that bot messages come from. Equal id and name are labelled by the client in its own language.</summary>
    public static ChannelAccount Bot() => new() { Id = "overdosebot", Name = "overdosebot", Role = RoleTypes.Bot };

    /// <summary>As the message that it is the late echo of (<see cref="LateEcho"/>), with that message's id and time; null: it is none.</summary>
    public WireActivity? AsLateEcho(string conversation)
    {
        if (!_json["type"].Span.SequenceEqual(_event) || !_json["name"].Span.SequenceEqual(_lateEcho) || Text("label") is not { } id
            || !DateTimeOffset.TryParse(Text("timestamp"), CultureInfo.InvariantCulture, out var at))
        {
            return null;
        }

        _json.SetText("type", ActivityTypes.Message);
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
        _json.SetText("id", id);
        _json.SetText("timestamp", DateTimeOffset.FromUnixTimeMilliseconds(stamp).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        _json.SetText("channelId", DirectLineNames.Channel);
        _json.Set("conversation", $"{{\"id\":{JsonConvert.ToString(conversation)}}}".AsMemory());
        _json.Remove("serviceUrl");
        _json.Remove("recipient");
        return this;
    }

    /// <summary>As a message of the bot, in answer to <paramref name="echo"/>; null: to nothing the client knows.</summary>
    public WireActivity FromBot(string? echo)
    {
        // Somebody's words, brought by the bot: whose they are is shown.
        var person = _json.Within("channelData", "guide", "person").Span;
        _json.Set("from", (person.StartsWith('"') ? From(person) : _bot).AsMemory());
        _json.Remove("replyToId");
        if (echo is not null)
        {
            // A replyToId that was never echoed holds a message back for five seconds (3.5).
            _json.SetText("replyToId", echo);
        }

        return this;
    }

    /// <summary>The JSON.</summary>
    public override string ToString() => _json.ToString();

    private static string From(ReadOnlySpan<char> name) => $"{{\"id\":{JsonConvert.ToString(Bot().Id)},\"name\":{name},\"role\":{JsonConvert.ToString(Bot().Role)}}}";

    private string? Text(string name) =>
        _json[name] is { Span: ['"', ..] } json ? JsonConvert.DeserializeObject<string>(json.ToString()) : null;
}
