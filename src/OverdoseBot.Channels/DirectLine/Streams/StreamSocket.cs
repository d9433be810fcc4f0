using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>
/// One client's stream: everything after its watermark, then whatever comes, one frame at a time. It shows turns that the journal keeps and only those, each
/// behind the one before it, so that nothing is missed between replay and live and nothing comes twice (wire-protocols.md 3.6, DL-15 to DL-18).
/// </summary>
internal sealed class StreamSocket(WebSocket socket, TokenClaims visitor, Conversations conversations, Subscription signs, TimeProvider time)
{
    private static readonly TimeSpan _beat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _retry = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _slowest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _goodbye = TimeSpan.FromSeconds(2);
    private bool _isAway;

    /// <summary>Serves the stream until the client leaves, does not keep up, or the service stops.</summary>
    public async Task RunAsync(Cursor cursor, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var heard = HearAsync(over);
        var status = WebSocketCloseStatus.PolicyViolation;
        try
        {
            await SpeakAsync(cursor, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            status = stopping.IsCancellationRequested ? WebSocketCloseStatus.EndpointUnavailable : await heard;
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It did not take a frame in time, or it is gone.
            socket.Abort();
        }

        await CloseAsync(status, heard);
        await heard;
    }

    /// <summary>Says what is handed over, and nothing of the journal, and ends: the client may come back when less comes from its address.</summary>
    public async Task TurnAwayAsync(Cursor cursor)
    {
        var heard = SocketEars.ListenAsync(socket);
        try
        {
            await SendAsync(new ActivitySet(signs.TakePassing(), cursor, More: false).ToJson());
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort();
        }

        await CloseAsync(WebSocketCloseStatus.PolicyViolation, heard);
        await heard;
    }

    private async Task<WebSocketCloseStatus> HearAsync(CancellationTokenSource over)
    {
        var status = await SocketEars.ListenAsync(socket);
        try
        {
            await over.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It is over already.
        }

        return status;
    }

    private async Task SpeakAsync(Cursor cursor, CancellationToken cancel)
    {
        while (!signs.IsOver)
        {
            cursor = await TellAsync(cursor, cancel);
            if (!await SignAsync(cancel))
            {
                await SendAsync(string.Empty);
                signs.Wake();
            }
        }
    }

    private async Task<Cursor> TellAsync(Cursor cursor, CancellationToken cancel)
    {
        // What was kept here just now is at hand: it is shown as the journal would give it. Anything else but the very next turn is looked up.
        while (signs.TakeKept() is { } turn)
        {
            if (turn.Turn == cursor.Turn + 1)
            {
                cursor = await ShowAsync(Transcript.Next(visitor.Conversation, turn, cursor));
            }
            else
            {
                signs.Wake();
            }
        }

        var more = signs.TakeLook();
        while (more)
        {
            var set = await conversations.ReadAsync(visitor, cursor, cancel);
            cursor = await ShowAsync(set);
            more = set.More;
        }

        if (signs.TakePassing() is { Count: > 0 } passing)
        {
            await SendAsync(new ActivitySet(passing, cursor, More: false).ToJson());
        }

        return cursor;
    }

    private async Task<Cursor> ShowAsync(ActivitySet set)
    {
        if (set.Activities.Count > 0 && !(set.IsCard && _isAway))
        {
            await SendAsync(set.ToJson());
        }

        _isAway = set.IsCard;
        return set.Cursor;
    }

    // False: nothing came for a while. The client is told that we are still here; a store that is away is looked at again.
    private async Task<bool> SignAsync(CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(_isAway ? _retry : _beat, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            await signs.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task SendAsync(string frame)
    {
        // Cancelling a send in its middle aborts the socket: only for a client that does not read.
        using var late = new CancellationTokenSource(_slowest, time);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(frame.Length));
        try
        {
            var size = Encoding.UTF8.GetBytes(frame, bytes);
            await socket.SendAsync(bytes.AsMemory(0, size), WebSocketMessageType.Text, endOfMessage: true, late.Token);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private async Task CloseAsync(WebSocketCloseStatus status, Task heard)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        using var late = new CancellationTokenSource(_goodbye, time);
        try
        {
            await socket.CloseOutputAsync(status, null, late.Token);
            // The client's own goodbye; without it the reason might be lost with the connection.
            await (heard.IsCompleted ? SocketEars.DrainAsync(socket) : heard).WaitAsync(late.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }
}
