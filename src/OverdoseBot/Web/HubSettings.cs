using OverdoseBot.Channels.DirectLine;
using OverdoseBot.Channels.Hub;
using OverdoseBot.Scripts;
using OverdoseBot.Wiring;

namespace OverdoseBot.Web;

/// <summary>Reads the settings under <c>HumanLine</c>.</summary>
internal static class HubSettings
{
    private const int FewestSecret = 16;
    private static readonly string[] _words = ["person.name", "person.prefix"];

    /// <summary>Reads them.</summary>
    /// <param name="settings">All settings.</param>
    /// <param name="directLine">Whose key makes ids opaque, and whose public address is ours unless <c>HumanLine:PublicUrl</c> says otherwise.</param>
    /// <param name="library">Must have the words of a hand-off.</param>
    /// <returns>null: no hub is set, and nothing of it is served or said.</returns>
    /// <exception cref="OptionsException">A setting cannot be used; the message says what to do.</exception>
    public static HubOptions? Read(IConfiguration settings, DirectLineOptions directLine, Library library)
    {
        if (settings["HumanLine:Hub"] is not { Length: > 0 } hub)
        {
            return null;
        }

        var missing = HandOffAsides.All.Where(a => !library.Asides.ContainsKey(a)).Concat(_words.Where(w => !library.Words.ContainsKey(w))).ToList();
        if (missing.Count > 0)
        {
            throw new OptionsException($"HumanLine:Hub is set, and the scripts have no words for it: {string.Join(", ", missing)}. Add them, or leave the hub out.");
        }

        return new HubOptions
        {
            Url = Hub(hub),
            Secret = Secret(settings["HumanLine:Secret"]),
            Key = directLine.SigningKey,
            OldKeys = directLine.OldSigningKeys,
            PublicUrl = Public(settings["HumanLine:PublicUrl"]) ?? directLine.PublicUrl,
        };
    }

    // What frightened people write does not cross a network in the clear.
    private static Uri Hub(string text) => Web(text) is { } url && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback)
        ? url
        : throw new OptionsException($"HumanLine:Hub is \"{text}\". Write an address such as https://hub.example/activities; plain http only to this machine.");

    private static string Secret(string? secret) => secret?.Length >= FewestSecret
        ? secret.All(c => c is > ' ' and < '\x7f') ? secret : throw new OptionsException("HumanLine:Secret has spaces or letters outside ASCII. Write random letters and digits.")
        : throw new OptionsException($"HumanLine:Hub is set and HumanLine:Secret has fewer than {FewestSecret} characters. Write a long random secret, the same at the hub.");

    private static Uri? Public(string? url) => string.IsNullOrEmpty(url)
        ? null
        : Web(url) ?? throw new OptionsException($"HumanLine:PublicUrl is \"{url}\". Write the address the hub reaches this service at, such as https://bot.example.");

    private static Uri? Web(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri : null;
}
