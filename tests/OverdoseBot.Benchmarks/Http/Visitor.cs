using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Bot.Schema;

namespace OverdoseBot.Benchmarks.Http;

/// <summary>
/// One person's client, as the page and DirectLineJS are: a token, a start, a WebSocket for what comes, keep-alive POSTs for what is said.
/// A turn is over when its POST was answered and a message of the bot in answer to it has come over the socket.
/// </summary>
internal sealed class Visitor(HttpClient http) : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _frame = new byte[64 * 1_024];
    private string _token = string.Empty;

    public string Conversation { get; private set; } = string.Empty;

    /// <summary>Messages of the bot so far.</summary>
    public int Messages { get; private set; }

    /// <summary>Bytes of the frames so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Starts a conversation and opens its stream.</summary>
    public async Task OpenAsync(CancellationToken cancel)
    {
        using var token = await AskAsync("tokens/generate", string.Empty, cancel);
        _token = token.RootElement.GetProperty("token").GetString()!;
        using var started = await AskAsync("conversations", "{}", cancel);
        _token = started.RootElement.GetProperty("token").GetString()!;
        Conversation = started.RootElement.GetProperty("conversationId").GetString()!;
        await _socket.ConnectAsync(new Uri(started.RootElement.GetProperty("streamUrl").GetString()!), cancel);
    }

    /// <summary>Says one thing and waits for the reply.</summary>
    /// <exception cref="OperationCanceledException">No reply in 30 s, or <paramref name="cancel"/>.</exception>
    public async Task SayAsync(Activity said, CancellationToken cancel)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(_patience);
        using var posted = await AskAsync($"conversations/{Conversation}/activities", Body(said), late.Token);
        var id = posted.RootElement.GetProperty("id").GetString()!;
        while (!await HearAsync(id, late.Token))
        {
            // The greeting, an echo alone, a clock that rang.
        }
    }

    /// <summary>Says nothing and hears what comes, until it is over; ends early only when the server ends the stream.</summary>
    public async Task IdleAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await HearAsync(string.Empty, over);
        }
    }

    /// <summary>Leaves as a closed tab does.</summary>
    public Task LeaveAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    public void Dispose() => _socket.Dispose();

    private static string Body(Activity said)
    {
        var value = said.Value is { } tap ? $",\"value\":{((Newtonsoft.Json.Linq.JObject)tap).ToString(Newtonsoft.Json.Formatting.None)}" : string.Empty;
        return $"{{\"type\":\"{said.Type}\",\"text\":\"{said.Text}\"{value},\"from\":{{\"id\":\"me\",\"role\":\"user\"}},\"channelData\":{{\"clientActivityID\":\"{Guid.NewGuid():N}\"}}}}";
    }

    private async Task<JsonDocument> AskAsync(string path, string body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("v3/directline/" + path, UriKind.Relative));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = _token.Length > 0 ? new AuthenticationHeaderValue("Bearer", _token) : null;
        using var answer = await http.SendAsync(request, cancel);
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancel));
    }

    private async Task<bool> HearAsync(string id, CancellationToken cancel)
    {
        var size = 0;
        ValueWebSocketReceiveResult got;
        do
        {
            got = await _socket.ReceiveAsync(_frame.AsMemory(size), cancel);
            size += got.Count;
        }
        while (!got.EndOfMessage);
        if (got.MessageType != WebSocketMessageType.Text)
        {
            throw new InvalidOperationException("The server ended the stream: the figures would be worthless.");
        }

        Bytes += size;
        return size > 0 && Answers(_frame.AsMemory(0, size), id);
    }

    private bool Answers(ReadOnlyMemory<byte> frame, string id)
    {
        using var set = JsonDocument.Parse(frame);
        var found = false;
        foreach (var activity in set.RootElement.GetProperty("activities").EnumerateArray())
        {
            var reply = activity.TryGetProperty("replyToId", out var to);
            Messages += reply && activity.GetProperty("type").ValueEquals("message") ? 1 : 0;
            found |= reply && to.ValueEquals(id);
        }

        return found;
    }
}
