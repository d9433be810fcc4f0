using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>
/// Direct Line, as the page and DirectLineJS speak it: a token, a start (the bot greets: a turn too), then a post for each thing said. With a stream a thing
/// is answered when the bot's message came over it; without one, when the post was.
/// </summary>
internal sealed class WebChat(bool streams) : Chat
{
    private readonly byte[] _frame = new byte[64 * 1_024];
    private ClientWebSocket? _socket;
    private string _conversation = string.Empty;
    private string _token = string.Empty;

    public override async ValueTask<Got> SayAsync(Wire wire, Uri address, string said, int turn, CancellationToken cancel)
    {
        if (turn == 0)
        {
            return await OpenAsync(wire, address, cancel);
        }

        var answer = await wire.AskAsync(
            Wire.Post(
                address, $"/v3/directline/conversations/{_conversation}/activities",
                $"{{{said},\"from\":{{\"id\":\"me\",\"role\":\"user\"}},\"locale\":\"en-us\",\"channelData\":{{\"clientActivityID\":\"{Guid.NewGuid():N}\"}}}}", _token),
            cancel);
        if (answer.Status != 200)
        {
            return Got.Nothing;
        }

        // The id of what was said carries the number of its turn; beside a card it does not.
        var kept = answer.Has("|000"u8);
        if (kept && _socket is not null)
        {
            await HearAsync(Encoding.UTF8.GetBytes($"\"replyToId\":\"{Text(answer, "id")}\""), cancel);
        }

        return kept ? Got.Turn : Got.Card;
    }

    // As a closed tab does.
    public override async ValueTask DisposeAsync()
    {
        if (_socket is { State: WebSocketState.Open })
        {
            await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }

        _socket?.Dispose();
    }

    private async ValueTask<Got> OpenAsync(Wire wire, Uri address, CancellationToken cancel)
    {
        _token = Text(await wire.AskAsync(Wire.Post(address, "/v3/directline/tokens/generate", string.Empty), cancel), "token");
        var started = await wire.AskAsync(Wire.Post(address, "/v3/directline/conversations", "{}", _token), cancel);
        if (started.Status != 201)
        {
            return Got.Nothing;
        }

        _conversation = Text(started, "conversationId");
        if (streams)
        {
            var stream = Text(started, "streamUrl");
            _socket = new ClientWebSocket();
            await _socket.ConnectAsync(new Uri(stream), cancel);
            await HearAsync("|0000001."u8.ToArray(), cancel);
        }

        return Got.Turn;
    }

    // Frames come whole from a service on the same machine or in pieces: what is looked for is in one of them.
    private async ValueTask HearAsync(byte[] wanted, CancellationToken cancel)
    {
        var found = false;
        while (!found)
        {
            var size = 0;
            ValueWebSocketReceiveResult got;
            do
            {
                got = await _socket!.ReceiveAsync(_frame.AsMemory(size), cancel);
                size += got.Count;
            }
            while (!got.EndOfMessage);
            found = got.MessageType == WebSocketMessageType.Text ? _frame.AsSpan(0, size).IndexOf(wanted) >= 0 : throw new IOException("The stream was closed.");
        }
    }

    private static string Text(Answer answer, string name)
    {
        var body = answer.Body.Span;
        // A chunked body has its length in front.
        var from = body.IndexOf((byte)'{');
        var reader = new Utf8JsonReader(body[from..(body.LastIndexOf((byte)'}') + 1)]);
        using var json = JsonDocument.ParseValue(ref reader);
        return json.RootElement.GetProperty(name).GetString()!;
    }
}
