using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>The stream: DL-7, DL-15 to DL-18, DL-22.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task DL07_a_stream_with_a_wrong_or_old_ticket_is_refused()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await Server.StartAsync(time);
        var visitor = await Visitor.NewAsync(server.Http);
        var url = (await visitor.StartAsync())["streamUrl"];
        var other = await Visitor.StartedAsync(server.Http);

        await Refused(url[..^3] + "AAA");
        await Refused(url.Replace(visitor.Conversation, other.Conversation, StringComparison.Ordinal));
        await Refused(url[..url.IndexOf("&t=", StringComparison.Ordinal)]);
        await Refused(url[..url.IndexOf("&t=", StringComparison.Ordinal)] + "&t=" + visitor.Token);
        (await Visitor.CallAsync(server.Http, HttpMethod.Get, new Uri(url).PathAndQuery, null, null)).Code.ShouldBe(400);
        time.Advance(TimeSpan.FromSeconds(61));
        await Refused(url);
        (await Visitor.CallAsync(server.Http, HttpMethod.Get, new Uri(url).PathAndQuery, null, null)).Code.ShouldBe(403);
    }

    [Fact]
    public async Task DL15_what_happened_before_the_stream_opened_is_delivered_and_nothing_comes_twice()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.NewAsync(server.Http);
        var url = (await visitor.StartAsync())["streamUrl"];
        await visitor.SayAsync("he is blue", "before");

        using var stream = await Listener.OpenAsync(url);
        await stream.ReplyAsync("before");
        await visitor.SayAsync("not waking", "live");
        await stream.ReplyAsync("live");
        using var resumed = await visitor.ListenAsync(stream.Watermark);
        await visitor.SayAsync("no breathing", "after");
        await resumed.ReplyAsync("after");
        await stream.ReplyAsync("after");

        var (all, _) = await visitor.ReadAsync();
        Ids(stream.Activities).ShouldBe(Ids(all));
        Ids(resumed.Activities).ShouldBe(Ids(all)[^resumed.Activities.Count..]);
        ((string?)resumed.Activities[0]["channelData"]!["clientActivityID"]).ShouldBe("after");
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("nonsense")]
    [InlineData("-1.5")]
    [InlineData("99999999999999999999.1")]
    [InlineData("7.1")]
    public async Task DL15_a_watermark_that_is_missing_or_not_ours_replays_everything(string watermark)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        await visitor.SayAsync("he is blue");

        (await visitor.ReadAsync(watermark)).Activities.Length.ShouldBe((await visitor.ReadAsync()).Activities.Length);
    }

    [Fact]
    public async Task DL16_an_idle_stream_gets_an_empty_frame_every_twenty_seconds_and_empty_frames_of_the_client_are_swallowed()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await Server.StartAsync(time);
        var visitor = await Visitor.StartedAsync(server.Http);
        using var stream = await visitor.ListenAsync();
        await stream.UntilAsync(a => (string?)a["type"] == "message");

        await stream.Socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, CancellationToken.None);
        var beat = stream.FrameAsync();
        for (var passed = 5; !beat.IsCompleted; passed += 5)
        {
            time.Advance(TimeSpan.FromSeconds(5));
            // A beat on its way is given ten seconds, and real work takes real time.
            await Task.WhenAny(beat, Task.Delay(passed < 20 ? 50 : 5_000));
        }

        (await beat).ShouldBeEmpty();
        stream.Socket.State.ShouldBe(WebSocketState.Open);
    }

    [Fact]
    public async Task DL16_binary_frames_and_large_ones_close_the_stream_politely()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        using var binary = await visitor.ListenAsync();
        using var large = await visitor.ListenAsync();
        using var good = await visitor.ListenAsync();

        await binary.Socket.SendAsync(new byte[] { 1, 2, 3 }, WebSocketMessageType.Binary, true, CancellationToken.None);
        await large.Socket.SendAsync(Encoding.UTF8.GetBytes(new string('x', 100_000)), WebSocketMessageType.Text, true, CancellationToken.None);
        await good.Socket.SendAsync("{\"hello\":1}"u8.ToArray(), WebSocketMessageType.Text, true, CancellationToken.None);

        (await binary.ClosedAsync()).ShouldBe(WebSocketCloseStatus.InvalidMessageType);
        (await large.ClosedAsync()).ShouldBe(WebSocketCloseStatus.MessageTooBig);
        await visitor.SayAsync("he is blue", "still");
        await good.ReplyAsync("still");
    }

    [Fact]
    public async Task DL17_two_tabs_both_hear_everything()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        using var one = await visitor.ListenAsync();
        using var two = await visitor.ListenAsync();

        await visitor.SayAsync("he is blue", "both");

        ((string?)(await one.ReplyAsync("both"))["id"]).ShouldBe((string?)(await two.ReplyAsync("both"))["id"]);
    }

    [Fact]
    public async Task DL17_the_ninth_stream_ends_the_oldest()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        var streams = new List<Listener>();
        for (var i = 0; i < 9; i++)
        {
            streams.Add(await visitor.ListenAsync());
            await streams[^1].UntilAsync(a => (string?)a["type"] == "message");
        }

        (await streams[0].ClosedAsync()).ShouldBe(WebSocketCloseStatus.PolicyViolation);
        await visitor.SayAsync("he is blue", "all");
        foreach (var stream in streams.Skip(1))
        {
            await stream.ReplyAsync("all");
            stream.Dispose();
        }
    }

    [Fact]
    public async Task DL22_a_service_that_stops_tells_its_streams_to_come_back()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        using var stream = await visitor.ListenAsync();
        await stream.UntilAsync(a => (string?)a["type"] == "message");

        await server.StopAsync();

        (await stream.ClosedAsync()).ShouldBe(WebSocketCloseStatus.EndpointUnavailable);
    }

    [Fact]
    public async Task A_stream_opened_while_the_store_is_away_shows_the_card_once_and_then_the_conversation()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await Server.StartAsync(time);
        var visitor = await Visitor.NewAsync(server.Http);
        server.Journal.Away = true;
        using var stream = await Listener.OpenAsync((await visitor.StartAsync())["streamUrl"]);
        var card = await stream.UntilAsync(a => (string?)a["type"] == "message");
        server.Journal.Away = false;
        await visitor.SayAsync("he is blue", "back");

        await stream.ReplyAsync("back");
        ((string)card["text"]!).ShouldContain("911");
        stream.Activities.Count(a => ((string)a["id"]!).Contains("|card.", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static List<string> Ids(IEnumerable<System.Text.Json.Nodes.JsonObject> activities) => [.. activities.Select(a => (string)a["id"]!)];

    private static async Task Refused(string url)
    {
        using var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };
        await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(url), CancellationToken.None));
        ((int)socket.HttpStatusCode).ShouldBe(403);
    }
}
