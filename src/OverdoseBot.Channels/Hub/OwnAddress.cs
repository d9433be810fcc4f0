using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace OverdoseBot.Channels.Hub;

/// <summary>The address that others reach this service at.</summary>
internal sealed class OwnAddress(IServer server)
{
    // Where it listens on every address of the machine, the machine itself is the one that is surely there.
    private static readonly string[] _everywhere = ["[::]", "0.0.0.0", "+", "*"];

    /// <summary>An address under ours.</summary>
    /// <param name="known">The public address of the settings; null: the first that the server listens on.</param>
    /// <param name="path">The path behind it.</param>
    public string Of(Uri? known, string path)
    {
        var root = known?.GetLeftPart(UriPartial.Path) ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? string.Empty;
        foreach (var name in _everywhere)
        {
            root = root.Replace($"//{name}:", "//localhost:", StringComparison.Ordinal);
        }

        return root.TrimEnd('/') + path;
    }
}
