using System.Net.WebSockets;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>Listens to a client's socket. Clients send only empty frames, to stay connected (wire-protocols.md 3.3).</summary>
internal static class SocketEars
{
    private const int MostBytes = 4 * 1_024;

    /// <summary>Listens until the client closes, goes away or sends what it must not; says how to close.</summary>
    public static async Task<WebSocketCloseStatus> ListenAsync(WebSocket socket)
    {
        var buffer = new byte[MostBytes];
        var size = 0;
        try
        {
            while (true)
            {
                // Cancelling a receive would abort the socket; it ends when the socket does.
                var got = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                size = got.EndOfMessage ? 0 : size + got.Count;
                if (got.MessageType == WebSocketMessageType.Close)
                {
                    return WebSocketCloseStatus.NormalClosure;
                }

                if (got.MessageType == WebSocketMessageType.Binary)
                {
                    return WebSocketCloseStatus.InvalidMessageType;
                }

                if (size >= MostBytes)
                {
                    return WebSocketCloseStatus.MessageTooBig;
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            return WebSocketCloseStatus.Empty;
        }
    }

    /// <summary>Reads what is still on its way until the client closes or goes away.</summary>
    public static async Task DrainAsync(WebSocket socket)
    {
        var buffer = new byte[MostBytes];
        while (socket.State == WebSocketState.CloseSent
            && (await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
        {
            // Nothing it still says is wanted.
        }
    }
}
