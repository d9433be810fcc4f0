using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace OverdoseBot.Channels.Connector;

/// <summary>What the bot's own token is asked for with: secret, certificate or managed identity (wire-protocols.md 2.2).</summary>
internal static class BotCredentials
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <summary>A new credential, which has no token yet; null: the bot sends none.</summary>
    public static TokenCredential? New(ConnectorOptions options)
    {
        var tenant = options.TenantId ?? options.Cloud.Tenant;
        return options.Credential switch
        {
            ConnectorCredential.Secret secret => new ClientSecretCredential(
                tenant, options.AppId, secret.Value, With(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true }, options)),
            ConnectorCredential.Certificate certificate => new ClientCertificateCredential(
                tenant, options.AppId, certificate.Value, With(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = true, SendCertificateChain = true }, options)),
            ConnectorCredential.ManagedIdentity => new ManagedIdentityCredential(
                With(new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(options.AppId)), options)),
            _ => null,
        };
    }

    // The outbox tries again by itself: a credential that goes on trying holds a conversation up.
    private static T With<T>(T how, ConnectorOptions options)
        where T : TokenCredentialOptions
    {
        how.AuthorityHost = options.Cloud.Login;
        how.Retry.MaxRetries = 1;
        how.Retry.NetworkTimeout = _patience;
        how.Diagnostics.IsLoggingEnabled = false;
        if (options.Test is { } test)
        {
            how.Transport = new HttpClientTransport(new HttpClient(new ToTestEndpoint(test.TokenEndpoint)));
        }

        return how;
    }

    private sealed class ToTestEndpoint(Uri endpoint) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new UriBuilder(endpoint) { Query = request.RequestUri!.Query }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
