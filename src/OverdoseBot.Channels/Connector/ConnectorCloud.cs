namespace OverdoseBot.Channels.Connector;

/// <summary>
/// An Azure cloud as the Bot Framework uses it: constants of the wire (wire-protocols.md 2.1 and 2.2). None of them is a setting:
/// whoever may name the issuer may speak for every channel.
/// </summary>
public sealed record ConnectorCloud
{
    /// <summary>Azure.</summary>
    public static readonly ConnectorCloud Public = new()
    {
        Issuer = "https://api.botframework.com",
        Metadata = new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        EmulatorMetadata = new Uri("https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration"),
        EmulatorTenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"],
        Login = new Uri("https://login.microsoftonline.com"),
        Tenant = "botframework.com",
        Scope = "https://api.botframework.com/.default",
        Hosts = ["*.botframework.com", "smba.trafficmanager.net"],
    };

    /// <summary>Azure for the US government.</summary>
    public static readonly ConnectorCloud Government = new()
    {
        Issuer = "https://api.botframework.us",
        Metadata = new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        EmulatorMetadata = new Uri("https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration"),
        EmulatorTenants = ["cab8a31a-1906-4287-a0d8-4eef66b95f6e"],
        Login = new Uri("https://login.microsoftonline.us"),
        Tenant = "MicrosoftServices.onmicrosoft.us",
        Scope = "https://api.botframework.us/.default",
        Hosts = ["*.botframework.us", "*.botframework.azure.us"],
    };

    private ConnectorCloud()
    {
    }

    /// <summary>Who signs the tokens of the channels.</summary>
    public required string Issuer { get; init; }

    /// <summary>Where the channels' signing keys are found.</summary>
    public required Uri Metadata { get; init; }

    /// <summary>Where the keys of the emulator's issuers are found.</summary>
    public required Uri EmulatorMetadata { get; init; }

    /// <summary>Tenants whose tokens the emulator may bring.</summary>
    public required IReadOnlyList<string> EmulatorTenants { get; init; }

    /// <summary>Where tokens are asked for.</summary>
    public required Uri Login { get; init; }

    /// <summary>The tenant of bots that have none of their own.</summary>
    public required string Tenant { get; init; }

    /// <summary>What a token is asked for.</summary>
    public required string Scope { get; init; }

    /// <summary>Hosts that may receive the bot's token.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>The two issuers (version 1 and 2) of the emulator's tokens, in these tenants.</summary>
    internal IEnumerable<string> EmulatorIssuers(string? own) => EmulatorTenants.Concat(own is null ? [] : [own])
        .SelectMany(tenant => new[] { $"https://sts.windows.net/{tenant}/", $"{Login.GetLeftPart(UriPartial.Authority)}/{tenant}/v2.0" });
}
