using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>
/// What makes a post the same post when it comes again (wire-protocols.md 3.5). Clients choose the values, so keys are hashes: of any length
/// and any characters, and nothing a person wrote is in a key.
/// </summary>
internal static class InboundKey
{
    /// <summary>Every key of a post begins so.</summary>
    public const string Prefix = "dl/";

    /// <summary>The key of the turn that greets.</summary>
    public const string Hello = "hello";

    /// <summary>The key of no turn: whoever asks with it learns how far a conversation is, and nothing is looked up.</summary>
    public const string None = "none";

    /// <summary>The key of a post: its clientActivityID; a new key when it has none.</summary>
    public static string Of(Activity post) => Value(post, "clientActivityID") is { } id
        ? Hashed("id", id)
        : Prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The key of a "Retry" that the user asked for; null: it is none. Retries have a new clientActivityID and the old marks.</summary>
    public static string? OfRetry(Activity post) =>
        Value(post, "webChat", "receivedAt") is { } received && Value(post, "webchat:sequence-id") is { } sequence
            ? Hashed("retry", received + "/" + sequence)
            : null;

    /// <summary>The key under which a "Retry" of something that was heard is echoed.</summary>
    public static string OfEcho(Activity retry) => Hashed("echo", Value(retry, "clientActivityID") ?? string.Empty);

    /// <summary>A value of the channelData as text; null: it is not there or not a plain value.</summary>
    public static string? Value(Activity post, params ReadOnlySpan<string> path)
    {
        var token = post.ChannelData as JToken;
        foreach (var name in path)
        {
            token = (token as JObject)?[name];
        }

        return token is JValue { Type: JTokenType.String or JTokenType.Integer or JTokenType.Float } value
            && value.ToString(System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } text
                ? text
                : null;
    }

    private static string Hashed(string kind, string value) =>
        $"{Prefix}{kind}/{Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(value.AsSpan())).AsSpan(0, 16))}";
}
