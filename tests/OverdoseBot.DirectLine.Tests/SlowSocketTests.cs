using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;
using OverdoseBot.Channels.DirectLine;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>A client that does not read: DL-18.</summary>
public sealed class SlowSocketTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task DL18_a_client_that_does_not_take_a_frame_in_ten_seconds_is_let_go()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await Server.StartAsync(time);
        var visitor = await Visitor.StartedAsync(server.Http);
        using var hub = new StreamHub(server.Journal);
        using var signs = hub.Join(visitor.Conversation);
        using var stuck = new StuckSocket();
        var claims = new TokenClaims(visitor.Conversation, "dl_x", TokenUse.Stream, 0, 0);

        var stream = new StreamSocket(stuck, claims, server.Conversations, signs, time).RunAsync(Cursor.Start, CancellationToken.None);
        await stuck.Sending.Task.WaitAsync(_patience);
        stream.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(11));
        await stream.WaitAsync(_patience);

        stuck.Aborted.ShouldBeTrue();
    }

    [Fact]
    public void DL18_what_waits_for_a_stream_is_bounded()
    {
        using var hub = new StreamHub(new SwitchedJournal(new NoJournal()));
        using var signs = hub.Join("c");

        for (var i = 0; i < 10_000; i++)
        {
            hub.Push("c", ["{}"]);
        }

        signs.IsOver.ShouldBeTrue();
        signs.TakePassing().Count.ShouldBeLessThanOrEqualTo(32);
    }

    [Fact]
    public async Task When_news_may_have_been_missed_every_stream_looks_again()
    {
        var journal = new NoJournal();
        using var hub = new StreamHub(journal);
        using var one = hub.Join("c");
        using var other = hub.Join("d");
        journal.Miss();
        await one.WaitAsync(CancellationToken.None).AsTask().WaitAsync(_patience);
        await other.WaitAsync(CancellationToken.None).AsTask().WaitAsync(_patience);
    }

    /// <summary>A socket whose other end has stopped reading.</summary>
    private sealed class StuckSocket : WebSocket
    {
        private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private WebSocketState _state = WebSocketState.Open;

        public TaskCompletionSource Sending { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Aborted => _state == WebSocketState.Aborted;

        public override WebSocketCloseStatus? CloseStatus => null;

        public override string? CloseStatusDescription => null;

        public override WebSocketState State => _state;

        public override string? SubProtocol => null;

        public override void Abort()
        {
            _state = WebSocketState.Aborted;
            _gone.TrySetException(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));
        }

        public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => _gone.Task;

        public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => _gone.Task;

        public override void Dispose()
        {
        }

        public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
        {
            await _gone.Task;
            throw new InvalidOperationException();
        }

        public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
        {
            Sending.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
    }
}
