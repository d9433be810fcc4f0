using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using OverdoseBot.Channels.Connector;

namespace OverdoseBot.Connector.Tests;

/// <summary>How a token is asked for, by each kind of proof (wire-protocols.md 2.2).</summary>
public sealed class CredentialTests
{
    [Fact]
    public async Task By_a_secret()
    {
        var form = await AskAsync(new ConnectorCredential.Secret("hush"), ConnectorCloud.Public);

        form["client_secret"].ShouldBe("hush");
        form["grant_type"].ShouldBe("client_credentials");
    }

    [Fact]
    public async Task By_a_certificate_that_signs_an_assertion()
    {
        using var key = RSA.Create(2_048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));

        var form = await AskAsync(new ConnectorCredential.Certificate(certificate), ConnectorCloud.Government);

        form["client_assertion_type"].ShouldBe("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form["client_assertion"].Split('.').Length.ShouldBe(3);
        form["scope"].ShouldBe("https://api.botframework.us/.default");
        form.ContainsKey("client_secret").ShouldBeFalse();
    }

    [Fact]
    public async Task By_the_machines_own_identity()
    {
        var query = await AskAsync(new ConnectorCredential.ManagedIdentity(), ConnectorCloud.Public);

        query["resource"].ShouldBe("https://api.botframework.com");
        query["client_id"].ShouldBe(Claims.App);
    }

    private static async Task<IReadOnlyDictionary<string, string>> AskAsync(ConnectorCredential proof, ConnectorCloud cloud)
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        var endpoint = new Uri(issuer.Root + "/token");
        var credential = BotCredentials.New(new ConnectorOptions
        {
            AppId = Claims.App,
            Cloud = cloud,
            Credential = proof,
            Test = new ConnectorTestAddresses(endpoint, endpoint, endpoint),
        })!;

        var token = await credential.GetTokenAsync(new TokenRequestContext([cloud.Scope]), CancellationToken.None);

        token.Token.ShouldStartWith("bot-token-");
        return issuer.Asked.Last();
    }
}
