using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>What is bad before it is JSON: bytes, headers, addresses, frames. Each gets a clear refusal or a safe reply, and the others do not notice.</summary>
public sealed class BadWireTests
{
    private const string Host = "Host: x\r\n";

    public static TheoryData<string, int> Requests { get; } = new()
    {
        { "GET /v3/directline/conversations/x HTTP/1.1\r\n" + Host + "Authorization: Bearer " + new string('a', 60_000) + "\r\n\r\n", 431 },
        { "GET / HTTP/1.1\r\n" + Host + string.Concat(Enumerable.Range(0, 300).Select(i => $"X-{i}: y\r\n")) + "\r\n", 431 },
        { "GET /" + new string('x', 20_000) + " HTTP/1.1\r\n" + Host + "\r\n", 414 },
        { "GET /v3/directline/conversations/x HTTP/1.1\r\n" + Host + "Authorization: Bearer a\0b\r\n\r\n", 400 },
        { "GET /v3/directline/conversations/x HTTP/1.1\r\n" + Host + "Authorization Bearer\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\n\r\n", 400 },
        { "GET / HTTP/9.9\r\n" + Host + "\r\n", 505 },
        { "\0\0\0\0 / HTTP/1.1\r\n" + Host + "\r\n", 400 },
        { "GET /\0 HTTP/1.1\r\n" + Host + "\r\n", 400 },
        { "GET /page/x/%00 HTTP/1.1\r\n" + Host + "\r\n", 400 },
        { "POST /v3/directline/tokens/generate HTTP/1.1\r\n" + Host + "Content-Length: -5\r\n\r\n", 400 },
        { "POST /v3/directline/tokens/generate HTTP/1.1\r\n" + Host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400 },
        { "POST /v3/directline/tokens/generate HTTP/1.1\r\n" + Host + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n", 400 },
        { "POST /v3/directline/tokens/generate HTTP/1.1\r\n" + Host + "Transfer-Encoding: gibberish\r\nContent-Length: 2\r\n\r\n{}", 400 },
        { "GET /v3/directline/conversations/x/stream HTTP/1.1\r\n" + Host + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: !\r\n\r\n", 403 },
    };

    public static TheoryData<string, string> Types { get; } = new()
    {
        { "text/plain", "" }, { "multipart/form-data; boundary=x", "" }, { "application/json; charset=utf-16", "" }, { "application/json", "gzip" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_broken_request_is_refused_by_its_number(string request, int status)
    {
        await using var server = await Server.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));

        using var reader = new StreamReader(stream, Encoding.Latin1);
        (await reader.ReadLineAsync(new CancellationTokenSource(TimeSpan.FromSeconds(120)).Token)).ShouldNotBeNull().ShouldStartWith($"HTTP/1.1 {status} ");

        await Visitor.StartedAsync(server.Http);
        server.Logs.All.ShouldNotContain(l => l.StartsWith("Error", StringComparison.Ordinal) || l.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_body_that_is_called_something_else_is_read_as_what_it_is(string type, string encoding)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        using var body = new StringContent("""{"type":"message","text":"he is blue"}""");
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        body.Headers.TryAddWithoutValidation("Content-Encoding", encoding);

        (await Visitor.CallAsync(server.Http, HttpMethod.Post, visitor.Path + "/activities", visitor.Token, body)).Code.ShouldBe(200);
        (await visitor.ReadAsync()).Activities.Count(a => (string?)a["text"] == "he is blue").ShouldBe(1);
    }

    [Theory]
    [InlineData("ff fe 7b 00")]
    [InlineData("1f 8b 08 00 00 00 00 00")]
    [InlineData("00 00 00 00")]
    [InlineData("ef bb bf 7b")]
    public async Task Bytes_that_are_no_text_are_400(string hex)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        using var body = new ByteArrayContent(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));

        var answer = await Visitor.CallAsync(server.Http, HttpMethod.Post, visitor.Path + "/activities", visitor.Token, body);

        (answer.Code, answer.Error).ShouldBe((400, "BadArgument"));
    }

    [Fact]
    public async Task A_message_with_broken_UTF_8_is_answered_and_not_lost()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        byte[] raw = [.. "{\"type\":\"message\",\"text\":\"he is blue "u8, 0xED, 0xA0, 0x80, 0xFF, .. "\"}"u8];
        using var body = new ByteArrayContent(raw) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        var posted = await Visitor.CallAsync(server.Http, HttpMethod.Post, visitor.Path + "/activities", visitor.Token, body);

        posted.Code.ShouldBe(200);
        var (all, _) = await visitor.ReadAsync();
        ((string)all.Single(a => (string?)a["id"] == posted["id"])["text"]!).ShouldStartWith("he is blue \uFFFD");
        all.ShouldContain(a => (string?)a["replyToId"] == posted["id"]);
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("%ed%a0%80")]
    [InlineData("1.1%0d%0aX-Evil:%201")]
    [InlineData("9223372036854775807.e677d21fdbff")]
    [InlineData("1&watermark=2")]
    public async Task A_nonsense_watermark_replays_everything(string watermark)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);

        (await visitor.ReadAsync(watermark)).Activities.Length.ShouldBe(1);
        (await visitor.ReconnectAsync(watermark)).Code.ShouldBe(200);
    }

    [Fact]
    public async Task Text_frames_that_are_no_text_and_frames_without_an_end_do_not_hurt_the_chat()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        using var nulls = await visitor.ListenAsync();
        using var broken = await visitor.ListenAsync();
        using var endless = await visitor.ListenAsync();

        await nulls.Socket.SendAsync(new byte[100], WebSocketMessageType.Text, true, CancellationToken.None);
        await broken.Socket.SendAsync(new byte[] { 0xED, 0xA0, 0x80, 0xFF }, WebSocketMessageType.Text, true, CancellationToken.None);
        for (var i = 0; i < 5; i++)
        {
            await endless.Socket.SendAsync(new byte[1_000], WebSocketMessageType.Text, false, CancellationToken.None);
        }

        (await endless.ClosedAsync()).ShouldBe(WebSocketCloseStatus.MessageTooBig);
        await visitor.SayAsync("he is blue", "still");
        await nulls.ReplyAsync("still");
        server.Logs.All.ShouldNotContain(l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_past_its_time_is_told_so_everywhere()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await Server.StartAsync(time);
        var visitor = await Visitor.StartedAsync(server.Http);
        time.Advance(TimeSpan.FromDays(2));

        foreach (var (method, path, status) in new[]
        {
            (HttpMethod.Post, Visitor.Base + "/tokens/refresh", 403), (HttpMethod.Post, Visitor.Base + "/conversations", 403), (HttpMethod.Get, visitor.Path, 403),
            (HttpMethod.Get, visitor.Path + "/activities", 403), (HttpMethod.Post, visitor.Path + "/activities", 401), (HttpMethod.Post, visitor.Path + "/upload", 401),
        })
        {
            var answer = await Visitor.CallAsync(server.Http, method, path, visitor.Token, null);
            (answer.Code, answer.Error).ShouldBe((status, "TokenExpired"), path);
        }
    }

    [Theory]
    [InlineData("POST", "/", 405)]
    [InlineData("DELETE", "/", 405)]
    [InlineData("GET", "/?x=%00%ff&y=" + "%ed%a0%80", 200)]
    [InlineData("GET", "/page/x/..%2f..%2fjournal.db", 404)]
    [InlineData("GET", "/page/%ff/main.js", 200)]
    [InlineData("PUT", "/page/x/main.js", 405)]
    [InlineData("POST", "/health/live", 405)]
    [InlineData("GET", "/health/nothing", 404)]
    public async Task Elsewhere_nonsense_is_refused_or_the_page_comes(string method, string path, int status)
    {
        await using var server = await Server.StartAsync();
        using var body = new ByteArrayContent(new byte[1_000]);
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "GET" ? null : body };

        using var answer = await server.Http.SendAsync(request);

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
        server.Logs.All.ShouldNotContain(l => l.StartsWith("Error", StringComparison.Ordinal));
    }
}
