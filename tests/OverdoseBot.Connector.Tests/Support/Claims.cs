using System.Text.Json.Nodes;

namespace OverdoseBot.Connector.Tests;

/// <summary>The claims of tokens, right unless a test changes them.</summary>
internal static class Claims
{
    public const string App = "3851fb09-3b9a-4f2a-9a9e-2a2f0e8f8d11";
    public const string PublicIssuer = "https://api.botframework.com";
    public const string EmulatorTenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";

    /// <summary>What a channel's token says.</summary>
    public static JsonObject Channel(DateTimeOffset now, string serviceUrl, Action<JsonObject>? but = null) =>
        Of(now, PublicIssuer, c => c["serviceurl"] = serviceUrl, but);

    /// <summary>What an emulator's token says, version 1.0.</summary>
    public static JsonObject Emulator(DateTimeOffset now, Action<JsonObject>? but = null) => Of(
        now, $"https://sts.windows.net/{EmulatorTenant}/", c => (c["ver"], c["appid"], c["tid"]) = ("1.0", App, EmulatorTenant), but);

    private static JsonObject Of(DateTimeOffset now, string issuer, Action<JsonObject> more, Action<JsonObject>? but)
    {
        var claims = new JsonObject
        {
            ["iss"] = issuer,
            ["aud"] = App,
            ["nbf"] = now.AddMinutes(-5).ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(55).ToUnixTimeSeconds(),
        };
        more(claims);
        but?.Invoke(claims);
        return claims;
    }
}
