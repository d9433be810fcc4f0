using System.Collections.Concurrent;
using System.Net.Sockets;

namespace OverdoseBot.Replicas.Tests.Given;

/// <summary>A load balancer: each call goes to the next replica, and on to the one after it when nobody answers there. What breaks later its caller hears.</summary>
internal sealed class RoundRobin(IReadOnlyList<Replica> replicas) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _calls = new(new SocketsHttpHandler { UseCookies = false });
    private int _next;
    private readonly ConcurrentQueue<string> _broken = new();

    /// <summary>Calls that broke, and how: nobody knows whether they arrived.</summary>
    public IReadOnlyCollection<string> Broken => _broken;

    /// <summary>The replica that gets no calls: it said that it is not ready. Null: all get some.</summary>
    public Replica? Leaving { get; set; }

    /// <summary>The next replica's address.</summary>
    public Uri Next() => From(Interlocked.Increment(ref _next)).Address;

    /// <summary>Somebody's way to the service.</summary>
    public HttpClient Client() => new(this, disposeHandler: false) { BaseAddress = replicas[0].Address, Timeout = TimeSpan.FromSeconds(60) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken);
        }

        // Each try meets another replica, whatever other callers do meanwhile.
        var first = Interlocked.Increment(ref _next);
        for (var tries = 1; ; tries++)
        {
            request.RequestUri = new Uri(From(first + tries - 1).Address, request.RequestUri!.PathAndQuery);
            try
            {
                return await _calls.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException down) when (tries < replicas.Count && down.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                // The next one, then.
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
            {
                _broken.Enqueue($"{request.Method} {request.RequestUri.AbsolutePath}: {broken.GetType().Name}, {broken.Message} {broken.InnerException?.Message}");
                throw;
            }
        }
    }

    private Replica From(int number) => At(number) is var one && one == Leaving ? At(number + 1) : one;

    private Replica At(int number) => replicas[(int)((uint)number % replicas.Count)];

    protected override void Dispose(bool disposing)
    {
        _calls.Dispose();
        base.Dispose(disposing);
    }
}
