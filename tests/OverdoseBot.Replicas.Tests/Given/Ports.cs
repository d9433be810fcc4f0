using System.Net;
using System.Net.Sockets;

namespace OverdoseBot;

/// <summary>Ports of this machine.</summary>
internal static class Ports
{
    /// <summary>One that nobody has now.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
