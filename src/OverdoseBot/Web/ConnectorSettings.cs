using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OverdoseBot.Channels.Connector;
using OverdoseBot.Wiring;

namespace OverdoseBot.Web;

/// <summary>Reads the Bot Framework's own settings (<c>MicrosoftAppId</c> and its kin, <c>ChannelService</c>) and those under <c>Connector</c>.</summary>
internal static class ConnectorSettings
{
    private const string Government = "https://botframework.azure.us";

    /// <summary>Reads them.</summary>
    /// <param name="settings">All settings.</param>
    /// <param name="development">Whether the program runs as <c>Development</c>: only then may Microsoft's addresses be replaced.</param>
    /// <exception cref="OptionsException">A setting cannot be used; the message says what to do.</exception>
    public static ConnectorOptions Read(IConfiguration settings, bool development)
    {
        var id = Guid(settings, "MicrosoftAppId");
        var test = Test(settings, development);
        if (id is null)
        {
            return Text(settings, "MicrosoftAppPassword") is null && Text(settings, "Connector:Certificate") is null && test is null
                ? new ConnectorOptions()
                : throw new OptionsException("MicrosoftAppId is not set, but other settings of the bot registration are. Set it, or take them away.");
        }

        var (managed, tenant) = Kind(settings);
        return new ConnectorOptions
        {
            AppId = id,
            TenantId = tenant,
            Cloud = Cloud(settings),
            Credential = managed ? new ConnectorCredential.ManagedIdentity() : Credential(settings),
            TrustedHosts = Hosts(settings.GetSection("Connector:TrustedHosts")),
            Test = test,
        };
    }

    private static (bool Managed, string? Tenant) Kind(IConfiguration settings)
    {
        var tenant = Guid(settings, "MicrosoftAppTenantId");
        return Text(settings, "MicrosoftAppType")?.ToUpperInvariant() switch
        {
            // A bot of all tenants gets its tokens in the Bot Framework's own.
            null or "MULTITENANT" => (false, null),
            "SINGLETENANT" when tenant is not null => (false, tenant),
            "USERASSIGNEDMSI" when tenant is not null => (true, tenant),
            "SINGLETENANT" or "USERASSIGNEDMSI" => throw new OptionsException("MicrosoftAppTenantId is not set. Write the tenant of the bot registration."),
            _ => throw new OptionsException("MicrosoftAppType is unknown. Write MultiTenant, SingleTenant or UserAssignedMSI."),
        };
    }

    private static ConnectorCloud Cloud(IConfiguration settings) => Text(settings, "ChannelService") switch
    {
        null => ConnectorCloud.Public,
        Government => ConnectorCloud.Government,
        _ => throw new OptionsException($"ChannelService is unknown. Leave it out for Azure, or write {Government} for Azure Government."),
    };

    private static ConnectorCredential Credential(IConfiguration settings)
    {
        var password = Text(settings, "MicrosoftAppPassword");
        if (Text(settings, "Connector:Certificate") is { } file)
        {
            return new ConnectorCredential.Certificate(Certificate(file, password));
        }

        return password is not null
            ? new ConnectorCredential.Secret(password)
            : throw new OptionsException("MicrosoftAppId is set, but the bot cannot prove who it is. Set MicrosoftAppPassword, Connector:Certificate, or MicrosoftAppType=UserAssignedMSI.");
    }

    // Read at the start: a certificate that cannot be read must not be found out in an emergency.
    private static X509Certificate2 Certificate(string file, string? password)
    {
        try
        {
            var certificate = Path.GetExtension(file).Equals(".pem", StringComparison.OrdinalIgnoreCase)
                ? X509Certificate2.CreateFromPemFile(file)
                : X509CertificateLoader.LoadPkcs12FromFile(file, password);
            return certificate.HasPrivateKey ? certificate : throw new CryptographicException("There is no private key in it.");
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new OptionsException("Connector:Certificate cannot be read. Write a .pem file with certificate and private key, or a .pfx file (its password in MicrosoftAppPassword).");
        }
    }

    private static string[] Hosts(IConfigurationSection section)
    {
        var hosts = SettingList.Of(section);
        return Array.Find(hosts, h => Uri.CheckHostName(h.StartsWith("*.", StringComparison.Ordinal) ? h[2..] : h) != UriHostNameType.Dns || !h.TrimStart('*').Trim('.').Contains('.')) is { } wrong
            ? throw new OptionsException($"Connector:TrustedHosts has \"{wrong}\". Write hosts such as smba.example.org or *.example.org.")
            : hosts;
    }

    private static ConnectorTestAddresses? Test(IConfiguration settings, bool development)
    {
        if (!settings.GetSection("Connector:Test").Exists())
        {
            return null;
        }

        if (!development)
        {
            throw new OptionsException("Connector:Test replaces Microsoft's addresses and is for tests only. Take it away, or set ASPNETCORE_ENVIRONMENT=Development.");
        }

        return new ConnectorTestAddresses(
            ThisMachine(settings, "Connector:Test:Metadata"), ThisMachine(settings, "Connector:Test:EmulatorMetadata"), ThisMachine(settings, "Connector:Test:TokenEndpoint"));
    }

    private static Uri ThisMachine(IConfiguration settings, string name) =>
        Uri.TryCreate(settings[name], UriKind.Absolute, out var url) && (url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)))
            ? url
            : throw new OptionsException($"{name} is not an address on this machine. Write one such as http://127.0.0.1:5000/metadata.");

    private static string? Guid(IConfiguration settings, string name) => Text(settings, name) switch
    {
        null => null,
        var text when System.Guid.TryParseExact(text, "D", out var guid) => guid.ToString("D"),
        _ => throw new OptionsException($"{name} is not an id. Write it as 00000000-0000-0000-0000-000000000000."),
    };

    private static string? Text(IConfiguration settings, string name) => settings[name] is { Length: > 0 } text ? text : null;
}
