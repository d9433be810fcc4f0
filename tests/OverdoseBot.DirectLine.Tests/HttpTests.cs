namespace OverdoseBot.DirectLine.Tests;

/// <summary>The HTTP surface: DL-1 to DL-3, DL-7 and DL-14.</summary>
public sealed class HttpTests
{
    private const string Site = "https://clinic.example";

    [Fact]
    public async Task DL01_every_call_lives_under_one_base()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.NewAsync(server.Http);

        (await visitor.StartAsync()).Code.ShouldBe(201);
        (await Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + "/tokens/refresh", visitor.Token, null)).Code.ShouldBe(200);
        (await visitor.ReconnectAsync()).Code.ShouldBe(200);
        (await visitor.SayAsync("he is blue")).Code.ShouldBe(200);
        (await visitor.ReadAsync()).Activities.ShouldNotBeEmpty();
        using var stream = await visitor.ListenAsync();
        (await stream.FrameAsync()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task DL02_other_sites_are_shut_out_by_default()
    {
        await using var server = await Server.StartAsync();

        var preflight = await Preflight(server);
        var call = await Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + "/tokens/generate", null, null, ("Origin", Site));

        preflight.Message.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        call.Message.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task DL02_a_trusted_site_is_let_in_on_errors_too()
    {
        await using var server = await Server.StartAsync(settings: ("DirectLine:TrustedOrigins", Site + ", https://other.example/"));

        var preflight = await Preflight(server);
        var good = await Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + "/tokens/generate", null, null, ("Origin", Site));
        var refused = await Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + "/conversations", null, null, ("Origin", Site));
        var unknown = await Visitor.CallAsync(server.Http, HttpMethod.Get, Visitor.Base + "/nothing", null, null, ("Origin", Site));
        var stranger = await Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + "/tokens/generate", null, null, ("Origin", "https://evil.example"));

        preflight.Message.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Site]);
        string.Join(',', preflight.Message.Headers.GetValues("Access-Control-Allow-Headers")).ToUpperInvariant()
            .ShouldSatisfyAllConditions(h => h.ShouldContain("X-REQUESTED-WITH"), h => h.ShouldContain("X-MS-BOT-AGENT"), h => h.ShouldContain("AUTHORIZATION"), h => h.ShouldContain("CONTENT-TYPE"));
        preflight.Message.Headers.Contains("Access-Control-Max-Age").ShouldBeTrue();
        (good.Code, refused.Code, unknown.Code).ShouldBe((200, 401, 404));
        foreach (var answer in new[] { good, refused, unknown })
        {
            answer.Message.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Site]);
        }

        stranger.Message.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task DL03_every_answer_is_json_and_is_not_cached()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);

        Answer[] answers =
        [
            await visitor.StartAsync(), await visitor.ReconnectAsync(), await visitor.SayAsync("he is blue"),
            await visitor.PostRawAsync("{"), await visitor.PostRawAsync(new string(' ', 300_000)),
            await Visitor.CallAsync(server.Http, HttpMethod.Get, visitor.Path, null, null),
            await Visitor.CallAsync(server.Http, HttpMethod.Get, visitor.Path, "forged", null),
            await Visitor.CallAsync(server.Http, HttpMethod.Get, Visitor.Base + "/x", null, null),
        ];

        answers.Select(a => a.Code).ShouldBe([200, 200, 200, 400, 413, 401, 403, 404]);
        foreach (var answer in answers)
        {
            answer.Message.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
            answer.Message.Headers.CacheControl!.NoStore.ShouldBeTrue();
            answer.Message.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("GET", "/nothing")]
    [InlineData("GET", "")]
    [InlineData("DELETE", "/conversations/x/activities")]
    [InlineData("GET", "/tokens/generate")]
    [InlineData("GET", "/session/getsessionid")]
    public async Task DL07_an_unknown_route_is_404_in_json(string method, string path)
    {
        await using var server = await Server.StartAsync();

        var answer = await Visitor.CallAsync(server.Http, new HttpMethod(method), Visitor.Base + path, null, null);

        (answer.Code, answer.Error).ShouldBe((404, "NotFound"));
    }

    [Fact]
    public async Task DL14_the_stream_is_absolute_at_the_public_address_and_resumes_at_the_watermark()
    {
        await using var server = await Server.StartAsync(settings: ("DirectLine:PublicUrl", "https://bot.example/"));
        var visitor = await Visitor.StartedAsync(server.Http);
        var (_, watermark) = await visitor.ReadAsync();

        var stream = new Uri((await visitor.ReconnectAsync(watermark))["streamUrl"]);

        stream.GetLeftPart(UriPartial.Path).ShouldBe($"wss://bot.example{visitor.Path}/stream");
        stream.Query.ShouldContain($"watermark={watermark}&t=");
    }

    [Fact]
    public async Task DL14_without_a_public_address_it_is_the_address_that_was_called()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.NewAsync(server.Http);

        (await visitor.StartAsync())["streamUrl"].ShouldStartWith($"ws://127.0.0.1:{server.Port}{visitor.Path}/stream?");
    }

    private static Task<Answer> Preflight(Server server) => Visitor.CallAsync(
        server.Http, HttpMethod.Options, Visitor.Base + "/conversations", null, null, ("Origin", Site), ("Access-Control-Request-Method", "POST"),
        ("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with"));
}
