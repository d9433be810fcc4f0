using System.Globalization;
using OverdoseBot.Channels.Opinions;

namespace OverdoseBot.Wiring;

/// <summary>Reads the settings under <c>Sentiment</c>. Neither address nor key is ever printed: either may hold a secret.</summary>
internal static class SentimentSettings
{
    private const string Write = "Write the address of the Azure AI Language resource, such as https://NAME.cognitiveservices.azure.com.";

    /// <summary>The settings; null when <c>Sentiment:Endpoint</c> is not set.</summary>
    /// <exception cref="OptionsException">A setting cannot be used; the message says what to do.</exception>
    public static OpinionOptions? Read(IConfiguration settings)
    {
        var (endpoint, key) = (settings["Sentiment:Endpoint"], settings["Sentiment:Key"]);
        if (string.IsNullOrEmpty(endpoint))
        {
            return string.IsNullOrEmpty(key) ? null : throw new OptionsException($"Sentiment:Key is set, but Sentiment:Endpoint is not. {Write}");
        }

        var address = Address(endpoint);
        if (string.IsNullOrEmpty(key) && address.Scheme != Uri.UriSchemeHttps)
        {
            throw new OptionsException("Sentiment:Endpoint is not https, and a sign-in without a key needs that. Set Sentiment:Key.");
        }

        return new OpinionOptions(address, Key(key)) { Threshold = Threshold(settings["Sentiment:Threshold"]) };
    }

    // People's words and the key go there: in the clear to this machine only.
    private static Uri Address(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            throw new OptionsException($"Sentiment:Endpoint is no web address. {Write}");
        }

        return address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback
                ? throw new OptionsException($"Sentiment:Endpoint is not https: what people write would go over the network in the clear. {Write}")
            : address.Query.Length + address.Fragment.Length + address.UserInfo.Length > 0
                ? throw new OptionsException($"Sentiment:Endpoint has a query, a fragment or a user name. {Write}")
            : address;
    }

    private static string? Key(string? key) => string.IsNullOrEmpty(key) ? null
        : key.All(c => c is > ' ' and <= '~') ? key
        : throw new OptionsException("Sentiment:Key has a space, a line break or another character that no key has. Copy it again.");

    private static double Threshold(string? text) => string.IsNullOrEmpty(text) ? OpinionOptions.DefaultThreshold
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var threshold) && threshold is >= 0.5 and <= 1 ? threshold
        : throw new OptionsException($"Sentiment:Threshold is \"{text}\". Write a number from 0.5 to 1, such as 0.9.");
}
