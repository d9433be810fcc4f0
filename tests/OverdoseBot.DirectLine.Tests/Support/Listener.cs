using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>A client's end of a stream.</summary>
internal sealed class Listener : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);
    private readonly Channel<string> _frames = Channel.CreateUnbounded<string>();
    private readonly Task _listening;

    private Listener(ClientWebSocket socket)
    {
        Socket = socket;
        _listening = ListenAsync();
    }

    public ClientWebSocket Socket { get; }

    /// <summary>The watermark of the last frame.</summary>
    public string Watermark { get; private set; } = "";

    /// <summary>Every activity so far, in order.</summary>
    public List<JsonObject> Activities { get; } = [];

    public static async Task<Listener> OpenAsync(string url)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(url), CancellationToken.None);
        return new Listener(socket);
    }

    /// <summary>The next frame as text; empty frames too.</summary>
    public async Task<string> FrameAsync() => await _frames.Reader.ReadAsync(new CancellationTokenSource(_patience).Token);

    /// <summary>Reads until there is an activity like that.</summary>
    public async Task<JsonObject> UntilAsync(Func<JsonObject, bool> found)
    {
        while (true)
        {
            if (Activities.Find(a => found(a)) is { } activity)
            {
                return activity;
            }

            var frame = await FrameAsync();
            if (frame.Length > 0)
            {
                var set = JsonNode.Parse(frame)!;
                Watermark = (string)set["watermark"]!;
                Activities.AddRange(set["activities"]!.AsArray().Select(a => a!.AsObject()));
            }
        }
    }

    /// <summary>Reads until the echo of a post.</summary>
    public Task<JsonObject> EchoAsync(string clientActivityId) => UntilAsync(a => (string?)a["channelData"]?["clientActivityID"] == clientActivityId);

    /// <summary>Reads until the bot has answered a post.</summary>
    public async Task<JsonObject> ReplyAsync(string clientActivityId)
    {
        var echo = await EchoAsync(clientActivityId);
        return await UntilAsync(a => (string?)a["replyToId"] == (string?)echo["id"]);
    }

    /// <summary>Waits until the server has closed, and says why.</summary>
    public async Task<WebSocketCloseStatus?> ClosedAsync()
    {
        await _listening.WaitAsync(_patience);
        return Socket.CloseStatus;
    }

    public void Dispose() => Socket.Dispose();

    private async Task ListenAsync()
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (Socket.State is WebSocketState.Open or WebSocketState.CloseSent)
            {
                var got = await Socket.ReceiveAsync(buffer, CancellationToken.None);
                if (got.MessageType == WebSocketMessageType.Close)
                {
                    await Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                    break;
                }

                got.MessageType.ShouldBe(WebSocketMessageType.Text);
                message.Write(buffer, 0, got.Count);
                if (got.EndOfMessage)
                {
                    await _frames.Writer.WriteAsync(Encoding.UTF8.GetString(message.ToArray()));
                    message.SetLength(0);
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Whoever waits sees that it is over.
        }
        finally
        {
            _frames.Writer.TryComplete();
        }
    }
}
