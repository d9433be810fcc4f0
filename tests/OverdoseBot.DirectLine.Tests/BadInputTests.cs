using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>Bad input at every endpoint: a clear error in Direct Line's shape or a safe reply; never 5xx, never a lost record.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string> Bodies { get; } =
    [
        "", "{", "nul", "null", "[]", "5", "\"text\"", "{\"type\":5}", "{\"type\":{}}", "{\"type\":null}", "{\"type\":\"\"}",
        "{\"text\":\"no type\"}", "{\"type\":\"message\",\"text\":{\"a\":1}}", "{\"type\":\"message\",\"text\":[\"a\"]}",
        "{\"type\":\"message\",\"from\":\"me\"}", "{\"type\":\"message\",\"timestamp\":\"yesterday\"}", "{\"type\":\"message\",\"localTimestamp\":12}",
        "{\"type\":\"message\",\"attachments\":{}}", "{\"type\":\"message\",\"channelData\":\"x\",\"text\":\"hi\"}",
        "{\"type\":\"message\",\"channelData\":{\"clientActivityID\":{\"a\":1}},\"text\":\"hi\"}",
        "{\"type\":\"message\",\"channelData\":{\"clientActivityID\":\"" + "k" + "\\u0000\\ud800\"},\"text\":\"hi\"}",
        "{\"type\":\"message\",\"channelData\":{\"webChat\":{\"receivedAt\":\"x\"},\"webchat:sequence-id\":[1]},\"text\":\"hi\"}",
        "{\"type\":\"message\",\"channelData\":{\"webChat\":{\"receivedAt\":1e300},\"webchat:sequence-id\":1},\"text\":\"hi\"}",
        "{\"type\":\"message\",\"text\":\"null \\u0000 byte\"}", "{\"type\":\"message\",\"text\":\"raw \0 byte\"}",
        "{\"type\":\"message\",\"text\":\"half \\ud83d surrogate\"}", "{\"type\":\"message\",\"text\":\"\\udc00\\ud83d\"}",
        "{\"type\":\"message\",\"value\":{\"step\":{},\"answer\":[]},\"text\":\"hi\"}", "{\"type\":\"message\",\"value\":{\"step\":\"x\",\"answer\":\"y\"}}",
        "{\"type\":\"message\",\"value\":12345678901234567890123456789012345678901234567890,\"text\":\"hi\"}",
        "{\"type\":\"message\",\"value\":NaN,\"text\":\"hi\"}", "{\"type\":\"message\",\"locale\":\"xx-\\u0000\",\"text\":\"hi\"}",
        "{\"type\":\"message\",\"text\":\"hi\",\"entities\":[null,5]}", "{\"type\":\"message\",\"text\":\"hi\",\"conversation\":[]}",
        "{\"type\":\"event\",\"name\":{}}", "{\"type\":\"event\",\"name\":\"clock\"}", "{\"$type\":\"System.IO.FileInfo\",\"type\":\"message\",\"text\":\"hi\"}",
        "{\"type\":\"message\",\"text\":\"" + new string('a', 20_000) + "\"}",
        "{\"type\":\"message\",\"value\":" + new string('[', 5_000) + new string(']', 5_000) + "}",
        new string('{', 10_000), "{\"type\":\"message\",\"text\":\"hi\"}{}", "<activity/>",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task DL13_a_bad_post_is_refused_or_answered_safely_and_the_chat_goes_on(string body)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);

        var answer = await visitor.PostRawAsync(body);

        answer.Code.ShouldBeOneOf(200, 400, 413);
        if (answer.Code != 200)
        {
            answer.Error.ShouldNotBeNullOrEmpty();
        }

        var good = await visitor.SayAsync("he is blue");
        good.Code.ShouldBe(200);
        var (all, _) = await visitor.ReadAsync();
        all.ShouldContain(a => (string?)a["replyToId"] == good["id"]);
        server.Logs.All.ShouldNotContain(l => l.StartsWith("Error", StringComparison.Ordinal) || l.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DL13_a_null_and_an_emoji_come_back_as_they_were_and_half_an_emoji_as_the_replacement_character()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);

        var posted = await visitor.PostRawAsync("""{"type":"message","text":"a\u0000b \ud83d end \ud83d\ude00","channelData":{"clientActivityID":"\ud800k"}}""");
        var echo = (await visitor.ReadAsync()).Activities.Single(a => (string?)a["id"] == posted["id"]);

        ((string?)echo["text"]).ShouldBe("a\0b \uFFFD end \U0001F600");
        ((string?)echo["channelData"]!["clientActivityID"]).ShouldBe("\uFFFDk");
    }

    [Theory]
    [InlineData("/tokens/generate")]
    [InlineData("/tokens/refresh")]
    [InlineData("/conversations")]
    [InlineData("/conversations/{id}/activities")]
    [InlineData("/conversations/{id}/upload")]
    public async Task DL13_a_megabyte_is_refused_everywhere(string path)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        var at = Visitor.Base + path.Replace("{id}", visitor.Conversation, StringComparison.Ordinal);
        var token = path.EndsWith("generate", StringComparison.Ordinal) ? null : visitor.Token;
        using var whole = new ByteArrayContent(new byte[1_000_000]);
        using var chunked = new StreamContent(new Endless(1_000_000));

        foreach (var body in new HttpContent[] { whole, chunked })
        {
            // What is not read is refused for what it is.
            (await Visitor.CallAsync(server.Http, HttpMethod.Post, at, token, body)).Code.ShouldBe(path.EndsWith("upload", StringComparison.Ordinal) ? 415 : 413);
        }
    }

    [Theory]
    [InlineData("/tokens/generate")]
    [InlineData("/conversations")]
    public async Task DL13_a_bad_body_of_a_start_is_400(string path)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.NewAsync(server.Http);
        foreach (var body in new[] { "{", "[]", "5", "{\"user\":5}", "{\"user\":{\"id\":{}}}", "{\"user\":{\"id\":\"\\ud800\"}", new string('[', 1_000) })
        {
            var answer = await Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + path, path == "/conversations" ? visitor.Token : null, Visitor.Json(body));
            (answer.Code, answer.Error).ShouldBe((400, "BadArgument"), body);
        }
    }

    [Theory]
    [InlineData("GET", "/conversations/{id}")]
    [InlineData("GET", "/conversations/{id}/activities")]
    [InlineData("GET", "/conversations/{id}/stream")]
    [InlineData("POST", "/conversations/{id}/activities")]
    [InlineData("POST", "/conversations/{id}/upload")]
    [InlineData("POST", "/tokens/refresh")]
    [InlineData("POST", "/conversations")]
    public async Task A_token_that_is_missing_forged_or_anothers_opens_nothing(string method, string path)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        var other = await Visitor.StartedAsync(server.Http);
        var at = Visitor.Base + path.Replace("{id}", visitor.Conversation, StringComparison.Ordinal);
        var parts = visitor.Token.Split('.');
        string[] forged =
        [
            "x", "a.b.c", "..", visitor.Token[..^2], visitor.Token + "A", parts[0] + "." + parts[1] + ".", "%C3.%A9.x", new string('a', 5_000),
            Part("{\"alg\":\"none\"}") + "." + parts[1] + ".", parts[0] + "." + Part("{\"conv\":\"" + visitor.Conversation + "\",\"user\":\"dl_x\",\"use\":\"rest\",\"exp\":9999999999}") + "." + parts[2],
        ];

        (await Call(null)).Code.ShouldBe(path.EndsWith("stream", StringComparison.Ordinal) ? 403 : 401);
        foreach (var token in forged)
        {
            // A 403 to a post would end the whole chat in Web Chat.
            var refused = await Call(token);
            refused.Code.ShouldBe(method == "POST" && path.Contains("{id}", StringComparison.Ordinal) ? 401 : 403);
            refused.Error.ShouldBe("Forbidden");
        }

        if (path.Contains("{id}", StringComparison.Ordinal))
        {
            (await Call(other.Token)).Code.ShouldBeOneOf(401, 403);
        }

        Task<Answer> Call(string? token) => Visitor.CallAsync(server.Http, new HttpMethod(method), at, null, null, [.. token is null ? Array.Empty<(string, string)>() : [("Authorization", "Bearer " + token)]]);
    }

    [Fact]
    public async Task A_conversation_nobody_has_is_not_opened_by_a_good_token()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);

        foreach (var id in new[] { "unknown", "%00", "..%2f..", "%ff%fe", new string('x', 2_000), "a|b" })
        {
            var answer = await Visitor.CallAsync(server.Http, HttpMethod.Get, $"{Visitor.Base}/conversations/{id}/activities", visitor.Token, null);
            answer.Code.ShouldBeOneOf(400, 403, 404);
            // A null in an address is refused by the web server itself, before there is a call.
            answer.Error.ShouldBe(id == "%00" ? null : "Forbidden", id);
        }
    }

    [Fact]
    public async Task Garbage_on_the_wire_does_not_hurt_the_others()
    {
        await using var server = await Server.StartAsync();
        foreach (var bytes in new[] { "\0\0\0\0", "GET / HTTP/9.9\r\n\r\n", "POST /v3/directline/conversations HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n", "GET " + new string('/', 20_000) })
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, server.Port);
            await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(bytes));
        }

        await Visitor.StartedAsync(server.Http);
    }

    private static string Part(string json) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private sealed class Endless(int length) : MemoryStream(new byte[length])
    {
        public override bool CanSeek => false;
    }
}
