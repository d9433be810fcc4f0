using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace OverdoseBot.Connector.Tests;

/// <summary>On a loopback port what Microsoft has on the Internet: the metadata and keys of two issuers, and the token endpoint.</summary>
internal sealed class LoopbackIssuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _looks;
    private int _tokens;
    private volatile TaskCompletionSource? _next;

    private LoopbackIssuer(WebApplication app) => _app = app;

    /// <summary>Keys of the channels' issuer.</summary>
    public List<SigningKey> Channels { get; } = [new("channel-1", "directline", "webchat", "msteams", "sms", "slack", "emulator", "twilio-sms")];

    /// <summary>Keys of the emulator's issuers.</summary>
    public List<SigningKey> Emulator { get; } = [new("emulator-1")];

    /// <summary>True: every call is answered with 500.</summary>
    public bool Away { get; set; }

    /// <summary>How often the channels' metadata was asked for.</summary>
    public int Looks => _looks;

    /// <summary>Ends when the channels' metadata is asked for the next time.</summary>
    public Task NextLookAsync() => (_next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(TimeSpan.FromSeconds(120));

    /// <summary>How many tokens were given out.</summary>
    public int Tokens => _tokens;

    /// <summary>The forms or queries that tokens were asked for with.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Asked { get; } = new();

    public string Root => _app.Urls.First();

    public static async Task<LoopbackIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var issuer = new LoopbackIssuer(app);
        app.Use((context, next) => issuer.Away ? Away500(context) : next());
        app.MapGet("/channels/metadata", () =>
        {
            issuer._next?.TrySetResult();
            return issuer.Metadata("channels", ref issuer._looks);
        });
        app.MapGet("/channels/keys", () => Keys(issuer.Channels));
        var emulatorLooks = 0;
        app.MapGet("/emulator/metadata", () => issuer.Metadata("emulator", ref emulatorLooks));
        app.MapGet("/emulator/keys", () => Keys(issuer.Emulator));
        app.MapMethods("/token", ["GET", "POST"], (Delegate)issuer.TokenAsync);
        await app.StartAsync();
        return issuer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Channels.Concat(Emulator).ToList().ForEach(k => k.Dispose());
    }

    private static Task Away500(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    }

    private static IResult Keys(IEnumerable<SigningKey> keys) => Json(new JsonObject { ["keys"] = new JsonArray([.. keys.Select(k => k.Published())]) });

    private static IResult Json(JsonNode json) => Results.Text(json.ToJsonString(), "application/json");

    private IResult Metadata(string name, ref int count)
    {
        Interlocked.Increment(ref count);
        return Json(new JsonObject { ["issuer"] = name, ["jwks_uri"] = $"{Root}/{name}/keys", ["id_token_signing_alg_values_supported"] = new JsonArray("RS256") });
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        // A machine's own identity is asked for in the query.
        IEnumerable<KeyValuePair<string, StringValues>> form = request.HasFormContentType ? await request.ReadFormAsync() : request.Query;
        Asked.Enqueue(form.ToDictionary(f => f.Key, f => f.Value.ToString()));
        var number = Interlocked.Increment(ref _tokens);
        var until = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Json(new JsonObject { ["expires_on"] = until, ["token_type"] = "Bearer", ["expires_in"] = 3_600, ["access_token"] = $"bot-token-{number}" });
    }
}
