using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;
using OverdoseBot.Channels.DirectLine;
using OverdoseBot.Journal;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>A client that does not read: DL-18.</summary>
public sealed class SlowSocketTests
{
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
        await stuck.Sending.Task.WaitAsync(TimeSpan.FromSeconds(20));
        stream.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(11));
        await stream.WaitAsync(TimeSpan.FromSeconds(20));

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

    private sealed class NoJournal : IJournal
    {
#pragma warning disable CS0067 // Nobody commits here.
        public event Action<Committed>? Committed;
#pragma warning restore CS0067

        public IOutboxRows OutboxRows => throw new NotSupportedException();

        public ValueTask<Opened> BeginAsync(string conversation, string inboundKey, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<LoggedTurn>> HistoryAsync(string conversation, long after, int most, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask ForgetAsync(string conversation, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
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
