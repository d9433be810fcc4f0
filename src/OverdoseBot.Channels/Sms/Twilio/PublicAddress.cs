using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary>The address of a request as the sender wrote it. The path and query are the raw ones: any tidying breaks the signature.</summary>
internal static class PublicAddress
{
    /// <summary>The address with and without its explicit default port: Twilio signs either (wire-protocols.md 5.3).</summary>
    /// <param name="request">The request; its scheme and host are those of a trusted proxy's headers, if there is one.</param>
    /// <param name="configured">The address as it is set at Twilio, without our path; null: taken from the request.</param>
    public static IReadOnlyList<string> Of(HttpRequest request, Uri? configured) => Of(Front(request, configured), Target(request));

    /// <summary>The same, from the part up to the path and the rest.</summary>
    public static IReadOnlyList<string> Of(string front, string target)
    {
        var scheme = front.IndexOf("://", StringComparison.Ordinal);
        var path = front.IndexOf('/', scheme + 3);
        var (origin, prefix) = path < 0 ? (front, string.Empty) : (front[..path], front[path..]);
        var port = front.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        var bare = origin.EndsWith(port, StringComparison.Ordinal) ? origin[..^port.Length] : origin;
        var explicitOther = bare.AsSpan(scheme + 3).LastIndexOf(':') > bare.AsSpan(scheme + 3).LastIndexOf(']');
        return explicitOther ? [bare + prefix + target] : [bare + prefix + target, bare + port + prefix + target];
    }

    /// <summary>The part up to the path.</summary>
    public static string Front(HttpRequest request, Uri? configured) => configured is null
        ? $"{request.Scheme}://{request.Host.Value}"
        : configured.OriginalString.TrimEnd('/');

    private static string Target(HttpRequest request)
    {
        var raw = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget;
        return raw is ['/', ..] ? raw : request.PathBase.Value + request.Path.Value + request.QueryString.Value;
    }
}
