using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.Connector;

/// <summary>Who sent a call, and what may therefore stand in its activity (wire-protocols.md 2.1, points 5 and 6).</summary>
internal sealed class Sender
{
    /// <summary>An emulator that has the bot's own secret: it may say anything.</summary>
    public static readonly Sender Emulator = new(null, null);

    /// <summary>A program on this machine, when nobody else is served.</summary>
    public static readonly Sender ThisMachine = new(null, null);

    private readonly string? _serviceUrl;
    private readonly FrozenSet<string>? _channels;

    private Sender(string? serviceUrl, FrozenSet<string>? channels) => (_serviceUrl, _channels) = (serviceUrl, channels);

    /// <summary>A channel of Azure Bot Service.</summary>
    /// <param name="token">Its token, checked.</param>
    /// <param name="key">The key that signed it.</param>
    public static Sender Channel(JsonWebToken token, JsonWebKey key) => new(
        token.TryGetPayloadValue<string>("serviceurl", out var url) ? url : string.Empty, Endorsements(key));

    /// <summary>Refuses an activity that this sender may not send.</summary>
    /// <exception cref="Refusal">403.</exception>
    public void Vouch(Activity activity)
    {
        if (_channels?.Contains(activity.ChannelId ?? string.Empty) == false)
        {
            throw Refusal.Forbidden("The key that signed the token may not speak for this channel.");
        }

        if (_serviceUrl is not null && (_serviceUrl.Length == 0 || !_serviceUrl.Equals(activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)))
        {
            throw Refusal.Forbidden("The token is for another serviceUrl.");
        }
    }

    private static FrozenSet<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var list) && list is JsonElement { ValueKind: JsonValueKind.Array } names
            ? names.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()!).ToFrozenSet(StringComparer.Ordinal)
            : [];
}
