using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OverdoseBot.Loopback;

/// <summary>A service on this machine that answers every call as it is told to, down to the bytes. One call a connection.</summary>
internal sealed class LoopbackService : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly Lock _gate = new();
    private readonly List<Call> _calls = [];
    private readonly List<Task> _open = [];
    private readonly Task _accepting;

    /// <summary>Listens at once.</summary>
    /// <param name="answer">What a call gets; its token is cancelled when the service ends.</param>
    public LoopbackService(Func<Call, CancellationToken, Task<Reply>> answer)
    {
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync(answer);
    }

    public Uri Address { get; }

    /// <summary>Raised for every call that has arrived whole.</summary>
    public event Action? Called;

    /// <summary>What has been asked so far.</summary>
    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>A service that gives every call the same.</summary>
    public static LoopbackService Always(Reply reply) => new((_, _) => Task.FromResult(reply));

    /// <summary>A service that takes calls and never answers.</summary>
    public static LoopbackService Hanging() => Gated(new SemaphoreSlim(0), new Reply([]));

    /// <summary>A service that answers a call for each pass through the gate.</summary>
    public static LoopbackService Gated(SemaphoreSlim gate, Reply reply) => new(async (_, over) =>
    {
        await gate.WaitAsync(over);
        return reply;
    });

    /// <summary>An address at which nobody listens.</summary>
    public static Uri Dead() => new($"http://{IPAddress.Loopback}:{Ports.Free()}/");

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_open);
        _over.Dispose();
    }

    private async Task AcceptAsync(Func<Call, CancellationToken, Task<Reply>> answer)
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_over.Token);
                _open.RemoveAll(t => t.IsCompleted);
                _open.Add(ServeAsync(client, answer));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // It ends; who asks a stopped listener for the next caller is told that it does not listen.
        }
    }

    private async Task ServeAsync(TcpClient client, Func<Call, CancellationToken, Task<Reply>> answer)
    {
        try
        {
            using (client)
            await using (var stream = client.GetStream())
            {
                var call = await ReadAsync(stream, _over.Token);
                lock (_gate)
                {
                    _calls.Add(call);
                }

                Called?.Invoke();

                await stream.WriteAsync((await answer(call, _over.Token)).Bytes, _over.Token);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The caller hung up, or the service ends.
        }
    }

    private static async Task<Call> ReadAsync(NetworkStream stream, CancellationToken over)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (head is not [.., 13, 10, 13, 10])
        {
            await stream.ReadExactlyAsync(one, over);
            head.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(l => l.Split(':', 2)).ToDictionary(h => h[0], h => h[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, over);
        var first = lines[0].Split(' ');
        return new Call(first[0], first[1], headers, Encoding.UTF8.GetString(body));
    }
}
