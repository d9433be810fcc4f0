using System.Net;
using System.Text;

namespace OverdoseBot.EndToEnd;

/// <summary>Somebody's web site with the page of <c>deploy/embed</c> on it, unchanged but for the service's address.</summary>
internal sealed class EmbedHost : IAsyncDisposable
{
    private const string Placeholder = "https://bot.example";
    private readonly HttpListener _listener = new();
    private readonly Task _serving;
    private readonly Uri _service;

    private EmbedHost(int port, Uri service)
    {
        (Address, _service) = (new Uri($"http://localhost:{port}/"), service);
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The site: another origin than the service's.</summary>
    public Uri Address { get; }

    public static string Folder { get; } = Path.Combine(Paths.Root, "deploy", "embed");

    /// <summary>A site on this port whose page calls the service at that address.</summary>
    public static EmbedHost Start(int port, Uri service) => new(port, service);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
        }
        catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
        {
            // The site is closed.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var file = Path.Combine(Folder, Path.GetFileName(context.Request.Url!.AbsolutePath) is { Length: > 0 } name ? name : "index.html");
        using var answer = context.Response;
        if (!File.Exists(file))
        {
            answer.StatusCode = 404;
            return;
        }

        answer.ContentType = Path.GetExtension(file) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css",
            _ => "text/javascript",
        };
        var text = (await File.ReadAllTextAsync(file)).Replace(Placeholder, _service.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        await answer.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
    }
}
