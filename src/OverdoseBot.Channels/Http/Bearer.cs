using Microsoft.AspNetCore.Http;

namespace OverdoseBot.Channels.Http;

/// <summary>The <c>Authorization</c> header.</summary>
internal static class Bearer
{
    private const string Scheme = "Bearer ";

    /// <summary>The credential as given; null: none.</summary>
    public static string? Credential(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && header[Scheme.Length..].Trim() is { Length: > 0 } credential
            ? credential
            : null;
}
