using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;

namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary>A message for the Messages API.</summary>
/// <param name="Address">Where to.</param>
/// <param name="Sender">The number or messaging service that it goes out from.</param>
/// <param name="Text">What.</param>
/// <param name="Callback">Where reports about it go; null: none are wanted.</param>
/// <param name="Validity">How long a phone company may hold it; null: as long as it likes.</param>
internal sealed record OutgoingText(Address Address, string Sender, string Text, string? Callback, TimeSpan? Validity);

/// <summary>What became of a request to send.</summary>
internal abstract record Sent
{
    /// <summary>It was taken.</summary>
    public sealed record Accepted : Sent;

    /// <summary>It was not taken.</summary>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Code">Twilio's code; null: it gave none.</param>
    /// <param name="Wait">How long it asks to wait; null: it does not say.</param>
    public sealed record Refused(int Status, int? Code, TimeSpan? Wait) : Sent;

    /// <summary>No answer came in time, or one that says nothing: it may have been taken.</summary>
    public sealed record Unknown : Sent;
}

/// <summary>Twilio's Messages API (wire-protocols.md 5.5).</summary>
internal sealed class MessagesApi(SmsOptions options, TimeProvider time) : IDisposable
{
    private const int MostLookedAt = 50;

    // Twilio's own clock may differ, and its times have whole seconds.
    private static readonly TimeSpan _clocksDiffer = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
    {
        // The time-out is our own, on our own clock.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Asks to send a message.</summary>
    public async Task<Sent> SendAsync(OutgoingText text, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages(text.Address)) { Content = new FormUrlEncodedContent(Form(text)) };
        try
        {
            using var answer = await AskAsync(request, text.Address, cancel);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError || answer.StatusCode == HttpStatusCode.RequestTimeout)
            {
                return new Sent.Unknown();
            }

            var body = await ReadAsync(answer, ApiContext.Default.ApiAnswer, cancel);
            return answer.IsSuccessStatusCode && body?.ErrorCode is null
                ? new Sent.Accepted()
                : new Sent.Refused((int)answer.StatusCode, body?.ErrorCode ?? body?.Code, Wait(answer));
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new Sent.Unknown();
        }
    }

    /// <summary>Whether a message was taken although no answer told so; null: nobody knows. There is no key by which Twilio would know a second request.</summary>
    /// <param name="text">The message.</param>
    /// <param name="since">When it was first to be sent.</param>
    /// <param name="cancel">Stops asking.</param>
    public async Task<bool?> WasTakenAsync(OutgoingText text, DateTimeOffset since, CancellationToken cancel)
    {
        var query = new Dictionary<string, string?> { ["To"] = text.Address.Theirs, ["PageSize"] = MostLookedAt.ToString(CultureInfo.InvariantCulture) };
        using var request = new HttpRequestMessage(HttpMethod.Get, QueryHelpers.AddQueryString(Messages(text.Address).ToString(), query));
        try
        {
            using var answer = await AskAsync(request, text.Address, cancel);
            if (!answer.IsSuccessStatusCode)
            {
                // Who may not look (a key for sending only) must send: twice is better than never.
                return (int)answer.StatusCode is >= 400 and < 500 and not 429 ? false : null;
            }

            var list = await ReadAsync(answer, ApiContext.Default.ApiList, cancel);
            return list?.Messages?.Any(m => m.Body == text.Text && m.Direction != "inbound" && Created(m) is { } at && at >= since - _clocksDiffer);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();

    private Uri Messages(Address address) =>
        new($"{options.ApiBase.OriginalString.TrimEnd('/')}/2010-04-01/Accounts/{Uri.EscapeDataString(Account(address))}/Messages.json");

    private string Account(Address address) => options.AccountSid ?? address.Account;

    private IEnumerable<KeyValuePair<string, string>> Form(OutgoingText text)
    {
        yield return new("To", text.Address.Theirs);
        yield return new(text.Sender == options.MessagingServiceSid ? "MessagingServiceSid" : "From", text.Sender);
        yield return new("Body", text.Text);
        if (text.Callback is not null)
        {
            yield return new("StatusCallback", text.Callback);
        }

        if (text.Validity is { } validity)
        {
            yield return new("ValidityPeriod", ((int)validity.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }
    }

    private async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request, Address address, CancellationToken cancel)
    {
        var (name, secret) = options.Key is { } key ? (key.Sid, key.Secret) : (Account(address), options.AuthTokens[0]);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{secret}")));
        using var enough = new CancellationTokenSource(_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancel);
        return await _http.SendAsync(request, either.Token);
    }

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage answer, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> shape, CancellationToken cancel)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(cancel), shape);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TimeSpan? Wait(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };

    private static DateTimeOffset? Created(ApiMessage message) =>
        DateTimeOffset.TryParse(message.DateCreated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}

/// <summary>An answer: a message, or an error.</summary>
internal sealed record ApiAnswer(int? Code, int? ErrorCode);

/// <summary>A page of messages.</summary>
internal sealed record ApiList(IReadOnlyList<ApiMessage>? Messages);

/// <summary>A message in a page.</summary>
internal sealed record ApiMessage(string? Body, string? Direction, string? DateCreated);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ApiAnswer))]
[JsonSerializable(typeof(ApiList))]
internal sealed partial class ApiContext : JsonSerializerContext;
