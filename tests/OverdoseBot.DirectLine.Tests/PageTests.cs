using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using OverdoseBot.Web;

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
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
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
    public async Task A_file_is_sent_as_small_as_the_client_can_take(string accepted, string? encoding)
    {
        using var folder = new PageFolder(("index.html", new string('x', 4_000)));

        var answer = await folder.GetAsync("/", accepted);

        answer.Headers.ContentEncoding.ToString().ShouldBe(encoding ?? "");
        answer.ContentType.ShouldBe("text/html; charset=utf-8");
        answer.Headers.Vary.ToString().ShouldBe("Accept-Encoding");
        PageFolder.Text(answer).ShouldBe(new string('x', 4_000));
        (await folder.GetAsync("/", accepted, answer.Headers.ETag)).StatusCode.ShouldBe(304);
    }

    [Fact]
    public async Task A_changed_file_is_read_again_and_nothing_outside_the_folder_is_served()
    {
        using var folder = new PageFolder(("index.html", "old"), (".hidden.html", "hidden"));
        PageFolder.Text(await folder.GetAsync("/index.html", "")).ShouldBe("old");

        File.WriteAllText(Path.Combine(folder.Path, "index.html"), "new");
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, "index.html"), DateTime.UtcNow.AddSeconds(5));
        File.WriteAllText(folder.Path + "-outside.html", "outside");

        PageFolder.Text(await folder.GetAsync("/index.html", "")).ShouldBe("new");
        foreach (var path in new[] { "/.hidden.html", "/../" + System.IO.Path.GetFileName(folder.Path) + "-outside.html", "/nothing.html", "/index.html\0", "/sub\\index.html", "//etc/hosts.html" })
        {
            (await folder.GetAsync(path, "")).StatusCode.ShouldBe(404, path);
        }

        File.Delete(folder.Path + "-outside.html");
    }

    private sealed class PageFolder : IDisposable
    {
        private readonly PageFiles _files;

        public PageFolder(params (string Name, string Text)[] files)
        {
            Path = Directory.CreateTempSubdirectory("overdosebot-page").FullName;
            foreach (var (name, text) in files)
            {
                File.WriteAllText(System.IO.Path.Combine(Path, name), text);
            }

            _files = new PageFiles(Path);
            _files.Load();
        }

        public string Path { get; }

        public async Task<HttpResponse> GetAsync(string path, string accepted, string? tag = null)
        {
            var context = new DefaultHttpContext();
            (context.Request.Method, context.Request.Path, context.Response.Body) = ("GET", path, new MemoryStream());
            context.Request.Headers.AcceptEncoding = accepted;
            context.Request.Headers.IfNoneMatch = tag;
            await _files.ServeAsync(context, c =>
            {
                c.Response.StatusCode = 404;
                return Task.CompletedTask;
            });
            return context.Response;
        }

        public static string Text(HttpResponse answer)
        {
            answer.Body.Position = 0;
            using Stream plain = answer.Headers.ContentEncoding.ToString() switch
            {
                "br" => new BrotliStream(answer.Body, CompressionMode.Decompress, leaveOpen: true),
                "gzip" => new GZipStream(answer.Body, CompressionMode.Decompress, leaveOpen: true),
                _ => answer.Body,
            };
            return new StreamReader(plain).ReadToEnd();
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
