using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace OverdoseBot.EndToEnd;

/// <summary>Somebody in a chat over Direct Line, without a page: a conversation of their own and an open stream.</summary>
internal sealed class Chatter : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);
    private readonly ClientWebSocket _socket = new();
    private readonly Channel<JsonElement> _heard = Channel.CreateUnbounded<JsonElement>();
    private readonly HttpClient _http;
    private readonly string _token;
    private readonly string _id;
    private Task _listening = Task.CompletedTask;

    private Chatter(HttpClient http, string token, string id) => (_http, _token, _id) = (http, token, id);

    public bool IsOpen => _socket.State == WebSocketState.Open;

    public static async Task<Chatter> JoinAsync(HttpClient http)
    {
        var token = (await CallAsync(http, "tokens/generate", null, null)).GetProperty("token").GetString()!;
        var started = await CallAsync(http, "conversations", token, null);
        var chatter = new Chatter(http, token, started.GetProperty("conversationId").GetString()!);
        await chatter._socket.ConnectAsync(new Uri(started.GetProperty("streamUrl").GetString()!), CancellationToken.None);
        chatter._listening = chatter.ListenAsync();
        return chatter;
    }

    /// <summary>Says something and waits until the bot's answer has come over the stream.</summary>
    public async Task<string> AskAsync(string text)
    {
        var posted = (await CallAsync(_http, $"conversations/{_id}/activities", _token, new { type = "message", text })).GetProperty("id").GetString();
        using var late = new CancellationTokenSource(_patience);
        await foreach (var heard in _heard.Reader.ReadAllAsync(late.Token))
        {
            heard.GetProperty("conversation").GetProperty("id").GetString().ShouldBe(_id);
            if (heard.TryGetProperty("replyToId", out var echo) && echo.GetString() == posted)
            {
                return heard.GetProperty("text").GetString()!;
            }
        }

        throw new InvalidOperationException("The stream ended before the answer.");
    }

    public async Task LeaveAsync()
    {
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await _listening.WaitAsync(_patience);
    }

    public void Dispose() => _socket.Dispose();

    private static async Task<JsonElement> CallAsync(HttpClient http, string path, string? token, object? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v3/directline/" + path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    // Always listening: a client that does not read does not answer the service's pings.
    private async Task ListenAsync()
    {
        var buffer = new byte[16 * 1024];
        using var frame = new MemoryStream();
        while (await _socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } got)
        {
            frame.Write(buffer, 0, got.Count);
            if (!got.EndOfMessage || frame.Length == 0)
            {
                continue;
            }

            foreach (var activity in JsonSerializer.Deserialize<JsonElement>(frame.ToArray()).GetProperty("activities").EnumerateArray())
            {
                await _heard.Writer.WriteAsync(activity);
            }

            frame.SetLength(0);
        }

        _heard.Writer.Complete();
    }
}
