using System.Security.Cryptography.X509Certificates;

namespace OverdoseBot.Channels.Connector;

/// <summary>How the service stands towards Azure Bot Service (wire-protocols.md 2).</summary>
public sealed record ConnectorOptions
{
    /// <summary>The bot's app id, a GUID. Null: callers cannot be told apart, so only those on this machine are served.</summary>
    public string? AppId { get; init; }

    /// <summary>The Azure cloud that the bot is registered in.</summary>
    public ConnectorCloud Cloud { get; init; } = ConnectorCloud.Public;

    /// <summary>The one tenant that the bot belongs to, a GUID. Null: the Bot Framework's own.</summary>
    public string? TenantId { get; init; }

    /// <summary>How the bot proves who it is when it sends; null only without an app id.</summary>
    public ConnectorCredential? Credential { get; init; }

    /// <summary>More hosts that may receive the bot's token and replies, such as <c>smba.example.org</c> or <c>*.example.org</c>.</summary>
    public IReadOnlyList<string> TrustedHosts { get; init; } = [];

    /// <summary>Addresses that stand in for Microsoft's in tests; null: none. With them only callers on this machine are served.</summary>
    public ConnectorTestAddresses? Test { get; init; }

    /// <summary>True: less than a real channel's proof is asked for, so that nobody from outside may call and nothing may leave this machine.</summary>
    public bool OnlyThisMachine => AppId is null || Test is not null;
}

/// <summary>How the bot proves who it is.</summary>
public abstract record ConnectorCredential
{
    private ConnectorCredential()
    {
    }

    /// <summary>By a client secret.</summary>
    public sealed record Secret(string Value) : ConnectorCredential
    {
        /// <summary>Never the secret.</summary>
        public override string ToString() => nameof(Secret);
    }

    /// <summary>By a certificate with its private key.</summary>
    public sealed record Certificate(X509Certificate2 Value) : ConnectorCredential;

    /// <summary>By the managed identity whose client id is the app id.</summary>
    public sealed record ManagedIdentity : ConnectorCredential;
}

/// <summary>Addresses that stand in for Microsoft's; each is on this machine.</summary>
/// <param name="Metadata">OpenID metadata of the channels.</param>
/// <param name="EmulatorMetadata">OpenID metadata of the emulator.</param>
/// <param name="TokenEndpoint">Where tokens are asked for.</param>
public sealed record ConnectorTestAddresses(Uri Metadata, Uri EmulatorMetadata, Uri TokenEndpoint);
