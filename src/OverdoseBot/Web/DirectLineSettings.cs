using System.Globalization;
using System.Text;
using OverdoseBot.Channels.DirectLine;
using OverdoseBot.Wiring;

namespace OverdoseBot.Web;

/// <summary>Reads the settings under <c>DirectLine</c>.</summary>
internal static class DirectLineSettings
{
    private const string OldFile = ".old";

    /// <summary>Reads them.</summary>
    /// <param name="settings">All settings.</param>
    /// <param name="keyFile">Where the key is kept when <c>DirectLine:SigningKey</c> is not set; null: it must be set.</param>
    /// <exception cref="OptionsException">A setting cannot be used; the message says what to do.</exception>
    public static DirectLineOptions Read(IConfiguration settings, string? keyFile)
    {
        var anonymous = Flag(settings, "DirectLine:AllowAnonymous");
        var secret = settings["DirectLine:Secret"] is { Length: > 0 } given ? given : null;
        if (secret is { Length: < 16 })
        {
            throw new OptionsException("DirectLine:Secret is too short. Write at least 16 random characters.");
        }

        if (!anonymous && secret is null)
        {
            throw new OptionsException("DirectLine:AllowAnonymous is false and there is no DirectLine:Secret: nobody could chat. Set one of them.");
        }

        return new DirectLineOptions
        {
            SigningKey = Key(settings["DirectLine:SigningKey"], keyFile),
            OldSigningKeys = [.. OldKeys(settings.GetSection("DirectLine:OldSigningKeys"), keyFile)],
            AllowAnonymous = anonymous,
            Secret = secret,
            TrustedOrigins = Origins(settings.GetSection("DirectLine:TrustedOrigins")),
            PublicUrl = Public(settings["DirectLine:PublicUrl"]),
            TokenLife = Life(settings["DirectLine:TokenLife"]),
            RateLimited = Flag(settings, "RateLimit:Enabled"),
        };
    }

    private static byte[] Key(string? key, string? file)
    {
        if (string.IsNullOrEmpty(key))
        {
            return file is null
                ? throw new OptionsException(
                    $"Set DirectLine:SigningKey to at least {SigningKeyFile.Fewest} random characters, the same for every replica: replicas may share this journal, "
                    + "and one with a key of its own would refuse the others' tokens and phone numbers.")
                : KeyIn(file);
        }

        return Bytes("DirectLine:SigningKey", key);
    }

    // Each is a whole text: a comma may be a part of it. A file that was moved aside is one too.
    private static IEnumerable<ReadOnlyMemory<byte>> OldKeys(IConfigurationSection section, string? file)
    {
        foreach (var key in section.GetChildren().Select(c => c.Value).Append(section.Value).Where(k => !string.IsNullOrEmpty(k)))
        {
            yield return Bytes("DirectLine:OldSigningKeys", key!);
        }

        if (file is not null && File.Exists(file + OldFile))
        {
            yield return KeyIn(file + OldFile);
        }
    }

    private static byte[] Bytes(string name, string key) => Encoding.UTF8.GetBytes(key) is { Length: >= SigningKeyFile.Fewest } bytes
        ? bytes
        : throw new OptionsException($"{name} is too short. Write at least {SigningKeyFile.Fewest} random characters, the same for every replica.");

    private static byte[] KeyIn(string file)
    {
        try
        {
            return SigningKeyFile.ReadOrMake(file);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException && !File.Exists(file))
        {
            throw new OptionsException($"The key of chats cannot be kept in '{file}'. Set DirectLine:SigningKey to at least {SigningKeyFile.Fewest} random characters, the same for every replica.");
        }
    }

    private static TimeSpan Life(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return TimeSpan.FromMinutes(30);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var life) && life >= TimeSpan.FromSeconds(1) && life <= TimeSpan.FromDays(1)
            ? life
            : throw new OptionsException($"DirectLine:TokenLife is \"{text}\". Write a time from 00:00:01 to 1.00:00:00, such as 00:30:00.");
    }

    private static bool Flag(IConfiguration settings, string name) => settings[name] switch
    {
        null or "" => true,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw new OptionsException($"{name} is \"{text}\". Write true or false."),
    };

    private static string[] Origins(IConfigurationSection section) =>
        [.. SettingList.Of(section).Select(o => Web(o)?.GetLeftPart(UriPartial.Authority)
            ?? throw new OptionsException($"DirectLine:TrustedOrigins has \"{o}\". Write origins such as https://clinic.example."))];

    private static Uri? Public(string? url) => string.IsNullOrEmpty(url)
        ? null
        : Web(url) ?? throw new OptionsException($"DirectLine:PublicUrl is \"{url}\". Write an address such as https://bot.example.");

    private static Uri? Web(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri : null;
}
