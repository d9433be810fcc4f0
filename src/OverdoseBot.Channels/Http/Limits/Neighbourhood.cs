using System.Net;
using System.Net.Sockets;

namespace OverdoseBot.Channels.Http;

/// <summary>The name under which addresses are counted.</summary>
internal static class Neighbourhood
{
    /// <summary>An IPv4 address; of an IPv6 address its first half, because one subscriber has the 2^64 addresses behind it.</summary>
    public static string Of(IPAddress? address) => address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? address?.MapToIPv4().ToString() ?? string.Empty
        : Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
}
