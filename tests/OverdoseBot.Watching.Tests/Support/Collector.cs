using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace OverdoseBot.Watching.Tests;

/// <summary>How a collector behaves.</summary>
internal enum Manners
{
    Receives,
    Hangs,
    Lies,
}

/// <summary>An OTLP collector on a loopback port that keeps every byte it gets.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);
    private readonly WebApplication _app;
    private readonly Manners _manners;
    private readonly CancellationTokenSource _over = new();
    private readonly Lock _gate = new();
    private readonly StringBuilder _got = new();
    private readonly HashSet<string> _paths = [];

    private Collector(WebApplication app, Manners manners) => (_app, _manners) = (app, manners);

    public string Url => _app.Urls.First();

    /// <summary>All bytes so far, each as one character, so that any text in them can be found.</summary>
    public string Got
    {
        get
        {
            lock (_gate)
            {
                return _got.ToString();
            }
        }
    }

    /// <summary>The paths that were called.</summary>
    public IReadOnlyList<string> Paths
    {
        get
        {
            lock (_gate)
            {
                return [.. _paths.Order()];
            }
        }
    }

    /// <summary>Starts one.</summary>
    /// <param name="manners">What it does with what it gets.</param>
    /// <param name="grpc">True: it speaks gRPC, else HTTP/1.1.</param>
    public static async Task<Collector> StartAsync(Manners manners = Manners.Receives, bool grpc = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 0, l => l.Protocols = grpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        var app = builder.Build();
        var collector = new Collector(app, manners);
        app.Run(collector.TakeAsync);
        await app.StartAsync();
        return collector;
    }

    /// <summary>Waits until all of these have arrived: what was sent, or the path that was called.</summary>
    public async Task UntilAsync(params string[] texts)
    {
        using var enough = new CancellationTokenSource(_patience);
        while (!texts.All(Has))
        {
            enough.IsCancellationRequested.ShouldBeFalse("never came: " + string.Join(", ", texts.Where(t => !Has(t))));
            await Task.Delay(_look, TimeProvider.System);
        }
    }

    /// <summary>Waits until somebody called.</summary>
    public async Task CalledAsync()
    {
        using var enough = new CancellationTokenSource(_patience);
        while (Paths.Count == 0)
        {
            enough.IsCancellationRequested.ShouldBeFalse("nobody called");
            await Task.Delay(_look, TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _over.Dispose();
    }

    private bool Has(string text) => text.StartsWith('/') ? Paths.Contains(text) : Got.Contains(text);

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        lock (_gate)
        {
            _paths.Add(context.Request.Path);
            _got.Append(Encoding.Latin1.GetString(body.ToArray()));
        }

        switch (_manners)
        {
            case Manners.Hangs:
                await Task.Delay(Timeout.Infinite, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case Manners.Lies:
                context.Response.StatusCode = StatusCodes.Status200OK;
                await context.Response.WriteAsync(new string('\u00ff', 10_000));
                break;
            default:
                await AcceptAsync(context);
                break;
        }
    }

    // An empty message: all was taken. gRPC puts five bytes before it and its status behind.
    private static async Task AcceptAsync(HttpContext context)
    {
        if (context.Request.Protocol != "HTTP/2")
        {
            context.Response.ContentType = "application/x-protobuf";
            return;
        }

        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[5]);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
