using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;

namespace OverdoseBot.Channels.Connector;

/// <summary>Issuers whose tokens count, and their keys.</summary>
internal sealed record Authority(IReadOnlyList<string> Issuers, SigningKeys Keys);

/// <summary>The two authorities: the channels' and the emulator's. The issuers are fixed before any token is read.</summary>
internal sealed class Authorities : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);
    private readonly HttpClient _http = new() { Timeout = _patience };

    public Authorities(ConnectorOptions options, TimeProvider time, ILogger<Authorities> log)
    {
        var (cloud, test) = (options.Cloud, options.Test);
        var web = new HttpDocumentRetriever(_http) { RequireHttps = test is null };
        Channels = new Authority([cloud.Issuer], new SigningKeys(test?.Metadata ?? cloud.Metadata, web, time, log));
        Emulator = new Authority(
            [.. cloud.EmulatorIssuers(options.TenantId)], new SigningKeys(test?.EmulatorMetadata ?? cloud.EmulatorMetadata, web, time, log));
    }

    public Authority Channels { get; }

    public Authority Emulator { get; }

    public void Dispose()
    {
        Channels.Keys.Dispose();
        Emulator.Keys.Dispose();
        _http.Dispose();
    }
}
