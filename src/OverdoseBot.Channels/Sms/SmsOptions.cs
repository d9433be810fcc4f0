using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.Sms;

/// <summary>How text messages are taken and sent through Twilio (wire-protocols.md 5).</summary>
public sealed record SmsOptions
{
    /// <summary>The account that messages are sent from; null: the one that the person's message came to, as its signed form says.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The account's auth tokens, which sign every webhook: the newest first; a second one counts while a token is being changed.</summary>
    public required IReadOnlyList<string> AuthTokens { get; init; }

    /// <summary>The API key that sends messages in place of the auth token; null: the auth token does.</summary>
    public ApiKey? Key { get; init; }

    /// <summary>The number that messages are sent from; null: the number that the person texted.</summary>
    public string? From { get; init; }

    /// <summary>
    /// The number that reminders about a kit (<see cref="Bot.Reminders"/>) are sent from, so that who stops those still gets help; never
    /// <see cref="From"/>. Null: none are offered or sent.
    /// </summary>
    public string? RemindersFrom { get; init; }

    /// <summary>The messaging service that messages are sent through in place of a number; null: none.</summary>
    public string? MessagingServiceSid { get; init; }

    /// <summary>How many messages a second may be sent from one sender, 0.1 to 1,000; null: by the kind of its number (wire-protocols.md 5.7).</summary>
    public double? PerSecond { get; init; }

    /// <summary>Where the Messages API is.</summary>
    public Uri ApiBase { get; init; } = new("https://api.twilio.com");

    /// <summary>The address of this service as it is set at Twilio, without <c>/sms/twilio</c>; null: taken from each request.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>How many texts may come from a number; a panicking person sends 30 a minute.</summary>
    public Allowance Texts { get; init; } = new(60, 1, 300);

    /// <summary>Whether what comes from one number is limited.</summary>
    public bool RateLimited { get; init; } = true;

    /// <summary>The key that hides phone numbers in the names of conversations: the service's signing key.</summary>
    public required ReadOnlyMemory<byte> SigningKey { get; init; }

    /// <summary>Keys that did so before, while the key is changed: what is kept under them is found, and their numbers are read.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> OldSigningKeys { get; init; } = [];
}

/// <summary>An API key of Twilio.</summary>
/// <param name="Sid">Its name: <c>SK</c> and 32 hex digits.</param>
/// <param name="Secret">Its secret.</param>
public sealed record ApiKey(string Sid, string Secret);
