using System.Net;
using Microsoft.AspNetCore.Http;

namespace OverdoseBot.Channels.Connector;

/// <summary>Tells a program on this machine from anybody else, a proxy on this machine included.</summary>
internal static class LocalCaller
{
    private static readonly string[] _ofProxies = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-For", "X-Real-IP", "Via"];

    public static bool Is(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !Array.Exists(_ofProxies, context.Request.Headers.ContainsKey)
        // A page of another site that found a way to this port would name that site.
        && IsThisMachine(context.Request.Host.Host);

    private static bool IsThisMachine(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address) ? IPAddress.IsLoopback(address) : host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
}
