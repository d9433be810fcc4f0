using System.Globalization;
using OverdoseBot.Channels.DirectLine;
using OverdoseBot.Channels.Sms;
using OverdoseBot.Wiring;

namespace OverdoseBot.Web;

/// <summary>Reads the settings under <c>Sms:Twilio</c>.</summary>
internal static class SmsSettings
{
    private const string Section = "Sms:Twilio:";

    /// <summary>Reads them; null without an auth token: then there are no text messages.</summary>
    /// <param name="settings">All settings.</param>
    /// <param name="directLine">Has the service's signing keys, and says whether limits are on.</param>
    /// <exception cref="OptionsException">A setting is missing or cannot be used; the message says what to do, and quotes no secret.</exception>
    public static SmsOptions? Read(IConfiguration settings, DirectLineOptions directLine)
    {
        if (Value(settings, "AuthToken") is not { } tokens)
        {
            return null;
        }

        return new SmsOptions
        {
            AccountSid = Sid(settings, "AccountSid", "AC"),
            AuthTokens = Tokens(tokens),
            Key = Key(settings),
            From = Number(settings, "From"),
            RemindersFrom = Reminders(settings),
            MessagingServiceSid = Sid(settings, "MessagingServiceSid", "MG"),
            ApiBase = Web(settings, "ApiBase") ?? new Uri("https://api.twilio.com"),
            PublicUrl = Public(settings),
            PerSecond = PerSecond(settings),
            SigningKey = directLine.SigningKey,
            OldSigningKeys = directLine.OldSigningKeys,
            RateLimited = directLine.RateLimited,
        };
    }

    // The second one counts too while a token is being changed at Twilio.
    private static string[] Tokens(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: 1 or 2 } tokens && tokens.All(IsSecret)
        ? tokens
        : throw Wrong("AuthToken", "cannot be used. Write the account's auth token, or the new and the old one with a comma while it is being changed.");

    private static ApiKey? Key(IConfiguration settings) => (Sid(settings, "ApiKeySid", "SK"), Value(settings, "ApiKeySecret")) switch
    {
        (null, null) => null,
        ({ } sid, { } secret) when IsSecret(secret) => new ApiKey(sid, secret),
        _ => throw Wrong("ApiKeySid", "and Sms:Twilio:ApiKeySecret belong together. Set both, or neither: then the auth token sends."),
    };

    private static string? Sid(IConfiguration settings, string name, string begins) => Value(settings, name) switch
    {
        null => null,
        { Length: > 2 and <= 34 } sid when sid.StartsWith(begins, StringComparison.Ordinal) && sid.All(char.IsAsciiLetterOrDigit) => sid,

        // Not quoted: a token that was written into the wrong setting must not be printed.
        _ => throw Wrong(name, $"is not a SID of that kind. Write {begins} and 32 hex digits."),
    };

    // A short code has 3 to 6 digits.
    private static string? Number(IConfiguration settings, string name) => Value(settings, name) switch
    {
        null => null,
        ['+', .. { Length: >= 7 and <= 15 } digits] number when digits.All(char.IsAsciiDigit) => number,
        { Length: >= 3 and <= 6 } code when code.All(char.IsAsciiDigit) => code,
        var other => throw Wrong(name, $"is \"{other}\". Write a number with its country code, such as +15551230002, or a short code."),
    };

    // A STOP to reminders blocks their number: it must not be the one that helps.
    private static string? Reminders(IConfiguration settings) => Number(settings, "RemindersFrom") is { } number && number == Number(settings, "From")
        ? throw Wrong("RemindersFrom", "is Sms:Twilio:From too: who stops reminders would get no help. Write another number, or leave it out.")
        : Number(settings, "RemindersFrom");

    private static Uri? Web(IConfiguration settings, string name) => Value(settings, name) switch
    {
        null => null,
        var url when Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Query.Length + uri.Fragment.Length == 0 => uri,
        var other => throw Wrong(name, $"is \"{other}\". Write an address such as https://bot.example, without a question mark."),
    };

    // Twilio reports to no host with an underscore.
    private static Uri? Public(IConfiguration settings) => Web(settings, "PublicUrl") is { } url && url.Host.Contains('_', StringComparison.Ordinal)
        ? throw Wrong("PublicUrl", "has an underscore in its host, to which Twilio does not report. Write another name of the host.")
        : Web(settings, "PublicUrl");

    private static double? PerSecond(IConfiguration settings) => Value(settings, "PerSecond") switch
    {
        null => null,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate is >= 0.1 and <= 1_000 => rate,
        var other => throw Wrong("PerSecond", $"is \"{other}\". Write how many messages a second one sender may send, 0.1 to 1000."),
    };

    private static string? Value(IConfiguration settings, string name) => settings[Section + name] is { Length: > 0 } text && text.Trim() is { Length: > 0 } value ? value : null;

    private static bool IsSecret(string text) => !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    private static OptionsException Wrong(string name, string what) => new($"{Section}{name} {what}");
}
