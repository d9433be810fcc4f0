using System.IO.Compression;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>The page's files and headers, and health.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task Every_answer_carries_the_strict_headers_and_no_cookie()
    {
        await using var server = await Server.StartAsync();

        foreach (var path in new[] { "/", "/health/live", Visitor.Base + "/nothing" })
        {
            var headers = (await server.Http.GetAsync(path)).Headers;
            headers.GetValues("Content-Security-Policy").Single().ShouldBe(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
            headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            headers.GetValues("Permissions-Policy").Single().ShouldContain("screen-wake-lock=(self)");
            headers.Contains("Set-Cookie").ShouldBeFalse();
            headers.Contains("Server").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Health_follows_the_journal()
    {
        await using var server = await Server.StartAsync();

        ((int)(await server.Http.GetAsync("/health/live")).StatusCode).ShouldBe(200);
        ((int)(await server.Http.GetAsync("/health/ready")).StatusCode).ShouldBe(200);
        server.Journal.Away = true;
        ((int)(await server.Http.GetAsync("/health/live")).StatusCode).ShouldBe(200);
        ((int)(await server.Http.GetAsync("/health/ready")).StatusCode).ShouldBe(503);
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip;q=0.5", "gzip")]
    [InlineData("br;q=0, gzip;q=0", null)]
    [InlineData("", null)]
    public async Task The_page_is_sent_as_small_as_the_client_can_take(string accepted, string? encoding)
    {
        await using var server = await Server.StartAsync();

        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await server.Http.SendAsync(request);

        answer.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(encoding);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
        (await TextAsync(answer, encoding)).ShouldContain("tel:911");
    }

    [Theory]
    [InlineData("/.hidden.html")]
    [InlineData("/nothing.html")]
    public async Task What_is_not_the_page_is_not_found(string path)
    {
        await using var server = await Server.StartAsync();

        ((int)(await server.Http.GetAsync(path)).StatusCode).ShouldBe(404);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer, string? encoding)
    {
        var body = await answer.Content.ReadAsStreamAsync();
        using Stream plain = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        return await new StreamReader(plain).ReadToEndAsync();
    }
}
