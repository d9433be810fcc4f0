using System.Text;
using System.Text.RegularExpressions;
using OverdoseBot.Sms.Tests;

namespace OverdoseBot.Watching.Tests;

/// <summary>Words, names, numbers, addresses and keys that stand nowhere else: whoever finds one in a log, a metric or a span has found a leak.</summary>
internal static partial class Untold
{
    public const string Word = "zanzibarquux";
    public const string PersonName = "Bartholomew Quimby";
    public const string Street = "4471 Wisteria Hollow";
    public const string Phone = "+16175558142";
    public const string OurPhone = "+15557773319";
    public const string Address = "203.0.113.77";
    public const string AuthToken = "twi1io-auth-t0ken-7d1f";
    public const string SigningKey = "s1gning-key-of-this-service-0123456789-abcdef";
    public const string DirectLineSecret = "direct-1ine-secret-5b7c9d";
    public const string HubSecret = "hub-secret-of-this-service-77aa";
    public const string SentimentKey = "sentiment-key-0f9e8d7c";
    public const string OtlpKey = "collector-key-1a2b3c4d";

    /// <summary>What people write.</summary>
    public static IReadOnlyList<string> Messages { get; } =
    [
        $"help my friend {PersonName} is not waking up at {Street} {Word}", $"he is not breathing {Word}", $"call me at {Phone} please {PersonName}",
        $"i am so scared {Word} i cannot do this", $"i want to talk to a human {Word}", $"i gave him narcan {Word}", $"{Word} {Word}", $"not sure {Street}",
    ];

    public static (string, string)[] Settings { get; } =
    [
        ("Sms__Twilio__AuthToken", AuthToken), ("Sms__Twilio__PublicUrl", Texter.Public), ("DirectLine__SigningKey", SigningKey), ("DirectLine__Secret", DirectLineSecret),
        ("HumanLine__Secret", HubSecret), ("Sentiment__Key", SentimentKey), ("OTEL_EXPORTER_OTLP_HEADERS", "api-key=" + OtlpKey),
    ];

    /// <summary>The same for a configuration, with nobody where it sends to.</summary>
    public static (string, string)[] Options { get; } = [("Sentiment:Endpoint", "http://127.0.0.1:9/"), ("HumanLine:Hub", "http://127.0.0.1:9/hub"), .. Settings.Select(s => (s.Item1.Replace("__", ":", StringComparison.Ordinal), s.Item2))];

    private static readonly string[] _always =
    [
        Word, PersonName, "Quimby", Street, "Wisteria", "5558142", "7773319", Address, "127.0.0.1", "::1]", AuthToken, SigningKey, DirectLineSecret, HubSecret, SentimentKey, OtlpKey,
    ];

    /// <summary>Lines (or bytes) that tell what must stay untold.</summary>
    /// <param name="told">What was logged, or exported.</param>
    /// <param name="more">Ids and tokens of this run.</param>
    public static IReadOnlyList<string> In(IEnumerable<string> told, params IEnumerable<string> more)
    {
        string[] secrets = [.. _always.Concat(more).SelectMany(Forms).Distinct()];
        List<string> lines = [.. told];
        return
        [
            .. from line in lines from secret in secrets where line.Contains(secret, StringComparison.OrdinalIgnoreCase) select $"{secret} in: {Around(line, secret)}",
            .. from line in lines let token = Token().Match(line) where token.Success select $"a token in: {Around(line, token.Value)}",
        ];
    }

    // Any JSON Web Token. Its first three letters alone stand by chance in the random ids of spans.
    [GeneratedRegex("eyJ[A-Za-z0-9_-]{8}")]
    private static partial Regex Token();

    // As it is, in a URL, in JSON, in base 64 (but for its end, which hangs on what follows).
    private static IEnumerable<string> Forms(string secret)
    {
        string[] forms = [secret, Uri.EscapeDataString(secret), System.Text.Json.JsonSerializer.Serialize(secret).Trim('"')];
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)) is { Length: > 12 } base64 ? [.. forms, base64[..^4]] : forms;
    }

    private static string Around(string line, string secret)
    {
        var at = line.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        return line[Math.Max(0, at - 200)..Math.Min(line.Length, at + 200)];
    }
}
