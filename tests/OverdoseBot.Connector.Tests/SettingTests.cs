using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using OverdoseBot.Channels.Connector;
using OverdoseBot.Web;
using OverdoseBot.Wiring;

namespace OverdoseBot.Connector.Tests;

/// <summary>The settings of the bot registration, and what is said when one cannot be used.</summary>
public sealed class SettingTests
{
    private const string Id = "MicrosoftAppId=" + Claims.App;
    private const string Secret = "MicrosoftAppPassword=hush-hush";
    private const string Tenant = "MicrosoftAppTenantId=22222222-2222-2222-2222-222222222222";

    [Fact]
    public void Nothing_set_is_a_service_for_this_machine()
    {
        var options = Read();

        (options.AppId, options.Credential, options.OnlyThisMachine).ShouldBe((null, null, true));
    }

    [Fact]
    public void A_bot_of_all_tenants_has_the_bot_frameworks_own()
    {
        var options = Read(Id, Secret, Tenant);

        (options.AppId, options.TenantId, options.OnlyThisMachine).ShouldBe((Claims.App, null, false));
        options.Credential.ShouldBe(new ConnectorCredential.Secret("hush-hush"));
        options.Cloud.ShouldBeSameAs(ConnectorCloud.Public);
        options.ToString().ShouldNotContain("hush");
    }

    [Theory]
    [InlineData("SingleTenant", typeof(ConnectorCredential.Secret))]
    [InlineData("UserAssignedMSI", typeof(ConnectorCredential.ManagedIdentity))]
    [InlineData("userassignedmsi", typeof(ConnectorCredential.ManagedIdentity))]
    public void A_bot_of_one_tenant_is_pinned_to_it(string type, Type credential)
    {
        var options = Read(Id, Secret, Tenant, "MicrosoftAppType=" + type, "ChannelService=https://botframework.azure.us", "Connector:TrustedHosts=smba.example.org, *.example.net");

        options.TenantId.ShouldBe("22222222-2222-2222-2222-222222222222");
        options.Credential.ShouldBeOfType(credential);
        options.Cloud.ShouldBeSameAs(ConnectorCloud.Government);
        options.TrustedHosts.ShouldBe(["smba.example.org", "*.example.net"]);
    }

    [Theory]
    [InlineData(".pfx")]
    [InlineData(".pem")]
    public void A_certificate_is_read_at_the_start(string extension)
    {
        var folder = Directory.CreateTempSubdirectory("overdosebot-certificate");
        var file = Path.Combine(folder.FullName, "bot" + extension);
        using var key = RSA.Create(2_048);
        using var made = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllBytes(file, extension == ".pfx"
            ? made.Export(X509ContentType.Pfx, "hush-hush")
            : System.Text.Encoding.ASCII.GetBytes(made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem()));

        var options = Read(Id, Secret, "Connector:Certificate=" + file);

        options.Credential.ShouldBeOfType<ConnectorCredential.Certificate>().Value.HasPrivateKey.ShouldBeTrue();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("is not an id", "MicrosoftAppId=bot", Secret)]
    [InlineData("MicrosoftAppId is not set", Secret)]
    [InlineData("MicrosoftAppId is not set", "Connector:Certificate=x.pfx")]
    [InlineData("cannot prove who it is", Id)]
    [InlineData("MicrosoftAppTenantId is not set", Id, Secret, "MicrosoftAppType=SingleTenant")]
    [InlineData("MicrosoftAppTenantId is not set", Id, "MicrosoftAppType=UserAssignedMSI")]
    [InlineData("MicrosoftAppTenantId is not an id", Id, Secret, "MicrosoftAppTenantId=contoso.example")]
    [InlineData("MicrosoftAppType is unknown", Id, Secret, "MicrosoftAppType=Any")]
    [InlineData("ChannelService is unknown", Id, Secret, "ChannelService=https://evil.example")]
    [InlineData("Connector:Certificate cannot be read", Id, "Connector:Certificate=/nowhere/x.pfx")]
    [InlineData("Connector:TrustedHosts has", Id, Secret, "Connector:TrustedHosts=*")]
    [InlineData("Connector:TrustedHosts has", Id, Secret, "Connector:TrustedHosts=*.com")]
    [InlineData("Connector:TrustedHosts has", Id, Secret, "Connector:TrustedHosts=https://smba.example.org")]
    [InlineData("is for tests only", Id, Secret, "Connector:Test:Metadata=http://127.0.0.1:1/m")]
    public void A_setting_that_cannot_be_used_is_one_clear_line(string says, params string[] settings)
    {
        var error = Should.Throw<OptionsException>(() => Read(settings));

        error.Message.ShouldContain(says);
        error.Message.ShouldNotContain("hush");
        error.Message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/m", true)]
    [InlineData("http://localhost:5000/m", true)]
    [InlineData("https://[::1]/m", true)]
    [InlineData("https://login.evil.example/m", false)]
    [InlineData("http://localhost.evil.example/m", false)]
    [InlineData("", false)]
    public void Test_addresses_are_on_this_machine_and_for_development_only(string url, bool taken)
    {
        string[] settings = [Id, Secret, "Connector:Test:Metadata=" + url, "Connector:Test:EmulatorMetadata=" + url, "Connector:Test:TokenEndpoint=" + url];

        Should.Throw<OptionsException>(() => Read(settings));
        if (taken)
        {
            Development(settings).OnlyThisMachine.ShouldBeTrue();
        }
        else
        {
            Should.Throw<OptionsException>(() => Development(settings)).Message.ShouldContain("is not an address on this machine");
        }
    }

    private static ConnectorOptions Read(params string[] settings) => ConnectorSettings.Read(Configuration(settings), development: false);

    private static ConnectorOptions Development(params string[] settings) => ConnectorSettings.Read(Configuration(settings), development: true);

    private static IConfiguration Configuration(string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => s.Split('=', 2)).Select(s => KeyValuePair.Create(s[0], (string?)s[1]))).Build();
}
