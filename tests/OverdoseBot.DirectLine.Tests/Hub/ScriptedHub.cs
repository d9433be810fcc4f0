using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OverdoseBot.DirectLine.Tests.Hub;

/// <summary>What a hub got.</summary>
internal sealed record Got(string? Authorization, string Body, JsonObject Json)
{
    public string Type => (string)Json["type"]!;

    public string? Name => (string?)Json["name"];

    public string? Text => (string?)Json["text"];

    public string Conversation => (string)Json["conversation"]!["id"]!;

    public string ServiceUrl => (string)Json["serviceUrl"]!;
}

/// <summary>A hub on a loopback port that answers as a test says, and posts back as a hub does.</summary>
internal sealed class ScriptedHub : IAsyncDisposable
{
    public const string Secret = "hub-secret-0123456789";
    private readonly HttpClient _http = new();
    private WebApplication? _app;

    public ScriptedHub() => Port = Ports.Free();

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}/activities";

    public ConcurrentQueue<Got> All { get; } = new();

    /// <summary>How it answers; 202 unless a test says otherwise.</summary>
    public Func<Got, HttpContext, Task<int>> Answers { get; set; } = (_, _) => Task.FromResult(StatusCodes.Status202Accepted);

    public (string Name, string Value)[] Settings => [("HumanLine:Hub", Url), ("HumanLine:Secret", Secret)];

    public static async Task<ScriptedHub> StartedAsync()
    {
        var hub = new ScriptedHub();
        await hub.StartAsync();
        return hub;
    }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Port}");
        _app = builder.Build();
        _app.MapPost("/activities", TakeAsync);
        await _app.StartAsync();
    }

    /// <summary>It dies: connections are cut and nobody listens.</summary>
    public async Task DieAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            using var now = new CancellationTokenSource(TimeSpan.Zero);
            await app.StopAsync(now.Token);
            await app.DisposeAsync();
        }
    }

    /// <summary>Posts an activity back to the service, as a hub does to the serviceUrl.</summary>
    public Task<Answer> PostAsync(Got got, JsonObject activity, string? secret = Secret) =>
        SendAsync($"{got.ServiceUrl}/v3/conversations/{got.Conversation}/activities", activity.ToJsonString(), secret);

    public async Task<Answer> SendAsync(string url, string body, string? secret = Secret, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (secret is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        }

        var message = await _http.SendAsync(request);
        var text = await message.Content.ReadAsStringAsync();
        return new Answer(message.StatusCode, message.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text) : null, message);
    }

    public Task<Answer> StatusAsync(Got got, string state, string? id = null) => PostAsync(got, new JsonObject
    {
        ["type"] = "event",
        ["id"] = id ?? Guid.NewGuid().ToString(),
        ["name"] = "handoff.status",
        ["value"] = new JsonObject { ["state"] = state, ["message"] = "from the desk" },
        ["from"] = new JsonObject { ["id"] = "agent-7", ["name"] = "Ana" },
    });

    public Task<Answer> SayAsync(Got got, string text, string? id = null) => PostAsync(got, new JsonObject
    {
        ["type"] = "message",
        ["id"] = id ?? Guid.NewGuid().ToString(),
        ["text"] = text,
        ["from"] = new JsonObject { ["id"] = "agent-7", ["name"] = "911" },
    });

    public async ValueTask DisposeAsync()
    {
        await DieAsync();
        _http.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var got = new Got(context.Request.Headers.Authorization, body, JsonNode.Parse(body)!.AsObject());
        All.Enqueue(got);
        context.Response.StatusCode = await Answers(got, context);
    }
}
