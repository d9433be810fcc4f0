using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OverdoseBot.Benchmarks.Http;

/// <summary>The same calls with nothing behind them: what is posted comes back over the stream with a reply of fixed text, about as long as the bot's.</summary>
internal static class EchoServer
{
    public const string Verb = "echo";

    private static readonly string _reply = "\"type\":\"message\",\"text\":\"" + new string('x', 900) + "\"";
    private static readonly ConcurrentDictionary<string, Channel<string>> _streams = new();
    private static int _conversations;
    private static int _posts;

    public static Task RunAsync(string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(address);
        app.UseWebSockets();
        app.MapGet("/health/ready", () => "ready");
        app.MapPost("/v3/directline/tokens/generate", context =>
            context.Response.WriteAsync($"{{\"conversationId\":\"{Interlocked.Increment(ref _conversations)}\",\"token\":\"t\"}}"));
        app.MapPost("/v3/directline/conversations", StartAsync);
        app.MapGet("/v3/directline/conversations/{id}/stream", StreamAsync);
        app.MapPost("/v3/directline/conversations/{id}/activities", PostAsync);
        app.MapPost("/api/messages", AnswerAsync);
        return app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        await body.ReadToEndAsync();
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync($"{{\"activities\":[{{\"id\":\"1\",{_reply}}}]}}");
    }

    private static Task StartAsync(HttpContext context)
    {
        // Its visitors send no token worth reading; the conversation is in the stream's address alone.
        var id = Guid.NewGuid().ToString("N");
        _streams[id] = Channel.CreateUnbounded<string>();
        return context.Response.WriteAsync(
            $"{{\"conversationId\":\"{id}\",\"token\":\"t\",\"streamUrl\":\"ws://{context.Request.Host}/v3/directline/conversations/{id}/stream\"}}");
    }

    private static async Task StreamAsync(HttpContext context, string id)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var heard = HearAsync(socket, _streams[id]);
        await foreach (var frame in _streams[id].Reader.ReadAllAsync())
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(frame).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }

        await heard;
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        _streams.TryRemove(id, out _);
    }

    private static async Task HearAsync(WebSocket socket, Channel<string> stream)
    {
        var buffer = new byte[1_024];
        while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
        {
            // Visitors only close.
        }

        stream.Writer.Complete();
    }

    private static async Task PostAsync(HttpContext context, string id)
    {
        using var body = new StreamReader(context.Request.Body);
        var posted = await body.ReadToEndAsync();
        var echo = $"{id}|{Interlocked.Increment(ref _posts)}";
        _streams[id].Writer.TryWrite(
            $"{{\"activities\":[{{\"id\":\"{echo}\",{posted[1..]},{{\"id\":\"{echo}-01\",\"replyToId\":\"{echo}\",{_reply}}}],\"watermark\":\"1\"}}");
        await context.Response.WriteAsync($"{{\"id\":\"{echo}\"}}");
    }
}
