using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OverdoseBot.Sms.Tests;

/// <summary>A request to send a message, as it came.</summary>
internal sealed record ApiRequest(string Account, string User, string Secret, IReadOnlyDictionary<string, string> Form, DateTimeOffset At)
{
    public string this[string name] => Form.GetValueOrDefault(name, "");
}

/// <summary>What the API does with a request: nothing else than what Twilio documents.</summary>
internal sealed record ApiReply(int Status, int? Code = null, string Message = "", int? RetryAfter = null, bool Hang = false, bool Keep = false)
{
    /// <summary>It is taken.</summary>
    public static readonly ApiReply Taken = new(201, Keep: true);

    /// <summary>It is taken, and the answer never comes.</summary>
    public static readonly ApiReply TakenInSilence = new(0, Hang: true, Keep: true);

    /// <summary>It is lost, and the answer never comes.</summary>
    public static readonly ApiReply LostInSilence = new(0, Hang: true);

    /// <summary>It is refused.</summary>
    public static ApiReply Refused(int code, int status = 400) => new(status, code, $"Refused with {code}");
}

/// <summary>Twilio's Messages API on a loopback port: documented success and error bodies (wire-protocols.md 5.5).</summary>
internal sealed class Loopback : IAsyncDisposable
{
    private const string Messages = "/2010-04-01/Accounts/{account}/Messages.json";
    private const string HubPath = "/hub";

    // How long the service waits for an answer: after that, what it does next takes real time, however late its leaving is noticed here.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly Channel<ApiRequest> _requests = Channel.CreateUnbounded<ApiRequest>();
    private readonly ConcurrentQueue<ApiReply> _replies = new();
    private readonly ConcurrentQueue<(ApiRequest Request, string Sid)> _kept = new();
    private readonly CancellationTokenSource _over = new();
    private int _lookUps;
    private int _hanging;
    private long _hangsUntil;
    private long _last;

    private Loopback(WebApplication app, TimeProvider time) => (_app, _time) = (app, time);

    public string Url => _app.Urls.First();

    /// <summary>Where a hub with people takes what it is told, and does nothing by itself.</summary>
    public string HubUrl => Url + HubPath;

    /// <summary>How often somebody asked which messages there are.</summary>
    public int LookUps => _lookUps;

    /// <summary>Whether somebody waits for an answer that does not come.</summary>
    public bool IsHanging => Volatile.Read(ref _hanging) > 0 && _time.GetUtcNow().Ticks < Volatile.Read(ref _hangsUntil);

    /// <summary>When the last request came; null: none has.</summary>
    public DateTimeOffset? Last => Volatile.Read(ref _last) is not 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>What is done with requests for which nothing else is set up.</summary>
    public ApiReply Otherwise { get; set; } = ApiReply.Taken;

    /// <summary>What was taken.</summary>
    public IReadOnlyList<ApiRequest> Kept => [.. _kept.Select(k => k.Request)];

    public static async Task<Loopback> StartAsync(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var loopback = new Loopback(app, time ?? TimeProvider.System);
        app.MapPost(Messages, loopback.CreateAsync);
        app.MapGet(Messages, loopback.ListAsync);
        app.MapPost(HubPath, () => Results.Accepted());
        await app.StartAsync();
        return loopback;
    }

    /// <summary>What is done with the next requests.</summary>
    public void Next(params ApiReply[] replies) => Array.ForEach(replies, _replies.Enqueue);

    /// <summary>The next request.</summary>
    public async Task<ApiRequest> RequestAsync() => await _requests.Reader.ReadAsync(new CancellationTokenSource(TimeSpan.FromSeconds(120)).Token);

    /// <summary>The next request within so much real time; null: there is none.</summary>
    public async Task<ApiRequest?> RequestAsync(TimeSpan within)
    {
        try
        {
            return await _requests.Reader.ReadAsync(new CancellationTokenSource(within).Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _app.DisposeAsync();
        _over.Dispose();
    }

    private async Task CreateAsync(HttpContext context, string account)
    {
        var reply = _replies.TryDequeue(out var next) ? next : Otherwise;
        var (user, secret) = Credentials(context.Request);
        var form = (await context.Request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString());
        var request = new ApiRequest(account, user, secret, form, _time.GetUtcNow());
        Volatile.Write(ref _last, request.At.UtcTicks);
        var sid = "SM" + (_kept.Count + 1).ToString("x32", CultureInfo.InvariantCulture);
        if (reply.Keep)
        {
            _kept.Enqueue((request, sid));
        }

        await _requests.Writer.WriteAsync(request);
        if (reply.Hang)
        {
            Volatile.Write(ref _hangsUntil, (request.At + _patience).UtcTicks);
            Interlocked.Increment(ref _hanging);
            await Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(_over.Token, context.RequestAborted).Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Interlocked.Decrement(ref _hanging);
            return;
        }

        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = "application/json";
        if (reply.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        }

        await context.Response.WriteAsync(reply.Keep
            ? JsonSerializer.Serialize(Message(request, sid))
            : JsonSerializer.Serialize(new Dictionary<string, object?>
            {
                ["code"] = reply.Code,
                ["message"] = reply.Message,
                ["more_info"] = $"https://www.twilio.com/docs/errors/{reply.Code}",
                ["status"] = reply.Status,
            }));
    }

    private Task ListAsync(HttpContext context, string account)
    {
        Interlocked.Increment(ref _lookUps);
        var to = context.Request.Query["To"].ToString();
        var found = _kept.Where(k => k.Request.Account == account && (to.Length == 0 || k.Request["To"] == to)).Reverse().Select(k => Message(k.Request, k.Sid)).ToList();
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["first_page_uri"] = context.Request.Path + context.Request.QueryString,
            ["end"] = found.Count - 1,
            ["messages"] = found,
            ["next_page_uri"] = null,
            ["page"] = 0,
            ["page_size"] = 50,
            ["previous_page_uri"] = null,
            ["start"] = 0,
            ["uri"] = context.Request.Path + context.Request.QueryString,
        }));
    }

    private static Dictionary<string, object?> Message(ApiRequest request, string sid) => new()
    {
        ["account_sid"] = request.Account,
        ["api_version"] = "2010-04-01",
        ["body"] = request["Body"],
        ["date_created"] = request.At.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture),
        ["date_sent"] = null,
        ["date_updated"] = request.At.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture),
        ["direction"] = "outbound-api",
        ["error_code"] = null,
        ["error_message"] = null,
        ["from"] = request.Form.GetValueOrDefault("From"),
        ["messaging_service_sid"] = request.Form.GetValueOrDefault("MessagingServiceSid"),
        ["num_media"] = "0",
        ["num_segments"] = "1",
        ["price"] = null,
        ["price_unit"] = "USD",
        ["sid"] = sid,
        ["status"] = "queued",
        ["subresource_uris"] = new Dictionary<string, string> { ["media"] = $"/2010-04-01/Accounts/{request.Account}/Messages/{sid}/Media.json" },
        ["to"] = request["To"],
        ["uri"] = $"/2010-04-01/Accounts/{request.Account}/Messages/{sid}.json",
    };

    private static (string User, string Secret) Credentials(HttpRequest request)
    {
        var parts = Encoding.UTF8.GetString(Convert.FromBase64String(request.Headers.Authorization.ToString()["Basic ".Length..])).Split(':', 2);
        return (parts[0], parts[1]);
    }
}
