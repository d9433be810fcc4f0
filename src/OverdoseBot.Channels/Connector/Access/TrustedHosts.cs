namespace OverdoseBot.Channels.Connector;

/// <summary>
/// Where replies and the bot's token may go (wire-protocols.md 2.2): a forged serviceUrl is a stolen token. Checked when a message comes
/// in and again before each delivery.
/// </summary>
internal sealed class TrustedHosts(ConnectorOptions options)
{
    private readonly string[] _hosts = [.. options.Cloud.Hosts, .. options.TrustedHosts];

    /// <summary>The address when replies may go there; null otherwise.</summary>
    public Uri? Trust(string? serviceUrl) =>
        serviceUrl is { Length: <= 2_048 } && Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url)
        && url is { UserInfo: "", Query: "", Fragment: "" } && (options.OnlyThisMachine ? IsThisMachine(url) : IsTrusted(url))
            ? url
            : null;

    private static bool IsThisMachine(Uri url) => url.IsLoopback && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private bool IsTrusted(Uri url) => url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && Array.Exists(_hosts, host => Matches(url.IdnHost, host));

    // "*.example.org" is every host below example.org, at any depth, and not example.org itself.
    private static bool Matches(string host, string pattern) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.Length > pattern.Length - 1 && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
