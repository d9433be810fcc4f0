using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace OverdoseBot.Connector.Tests;

/// <summary>A reply as the far side got it.</summary>
/// <param name="Path">As it was written, escapes and all.</param>
/// <param name="Authorization">The header; empty: none.</param>
/// <param name="Activity">The body.</param>
/// <param name="At">The time of the test.</param>
internal sealed record Received(string Path, string Authorization, JsonObject Activity, DateTimeOffset At)
{
    public string Text => (string?)Activity["text"] ?? "";

    public string Conversation => (string)Activity["conversation"]!["id"]!;
}

/// <summary>The connector of a channel on a loopback port: keeps every reply, and answers as a test says.</summary>
internal sealed class FarSide : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);
    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _news = new(0);

    private FarSide(WebApplication app, TimeProvider time) => (_app, _time) = (app, time);

    public string Url => _app.Urls.First() + "/teams/";

    /// <summary>Every reply in the order that it came, refused ones too.</summary>
    public ConcurrentQueue<Received> All { get; } = new();

    /// <summary>Replies that were taken.</summary>
    public ConcurrentQueue<Received> Taken { get; } = new();

    /// <summary>What the next calls are answered with, and their Retry-After; then 200 again.</summary>
    public ConcurrentQueue<(int Status, string? RetryAfter)> Answers { get; } = new();

    public static async Task<FarSide> StartAsync(TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var far = new FarSide(app, time);
        app.MapPost("/{**path}", (Delegate)far.TakeAsync);
        await app.StartAsync();
        return far;
    }

    /// <summary>Waits until so many messages came, refused ones too.</summary>
    public Task<Received[]> UntilAsync(int count) => UntilAsync(count, _ => true);

    /// <summary>Waits until so many replies to that activity came, refused ones too, whatever else came between them.</summary>
    public Task<Received[]> RepliesAsync(string activity, int count) => UntilAsync(count, r => (string?)r.Activity["replyToId"] == activity);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _news.Dispose();
    }

    private async Task<Received[]> UntilAsync(int count, Func<Received, bool> which)
    {
        while (true)
        {
            var came = All.Where(which).ToArray();
            if (came.Length >= count)
            {
                return came;
            }

            (await _news.WaitAsync(_patience)).ShouldBeTrue($"{came.Length} of {count} came");
        }
    }

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var received = new Received(target, context.Request.Headers.Authorization.ToString(), body, _time.GetUtcNow());
        var refused = Answers.TryDequeue(out var answer) && answer.Status >= 300;
        if (!refused)
        {
            Taken.Enqueue(received);
        }

        if (answer.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait;
        }

        All.Enqueue(received);
        _news.Release();
        return refused ? Results.StatusCode(answer.Status) : Results.Json(new { id = "far-" + All.Count });
    }
}
