using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace OverdoseBot.EndToEnd;

/// <summary>A network between phone and service that can be cut (calls are refused) or frozen (nothing arrives, nothing is refused).</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private readonly CancellationTokenSource _over = new();
    private readonly Task _serving;
    private readonly int _to;
    private volatile bool _cut;
    private volatile TaskCompletionSource? _frozen;

    public Wire(int to)
    {
        _to = to;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public void Cut()
    {
        _cut = true;
        foreach (var connection in _open.Keys)
        {
            connection.Dispose();
        }
    }

    public void Freeze() => _frozen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Mend()
    {
        _cut = false;
        Interlocked.Exchange(ref _frozen, null)?.SetResult();
    }

    public async ValueTask DisposeAsync()
    {
        Mend();
        Cut();
        await _over.CancelAsync();
        await _serving;
        _listener.Dispose();
        _over.Dispose();
    }

    private async Task ServeAsync()
    {
        var calls = new List<Task>();
        try
        {
            while (true)
            {
                var phone = await _listener.AcceptTcpClientAsync(_over.Token);
                calls.Add(CarryAsync(phone));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(calls);
        }
    }

    private async Task CarryAsync(TcpClient phone)
    {
        using var near = phone;
        using var far = new TcpClient();
        _open[near] = _open[far] = 0;
        try
        {
            if (!_cut)
            {
                await far.ConnectAsync(IPAddress.Loopback, _to, _over.Token);
                await Task.WhenAny(PumpAsync(near, far), PumpAsync(far, near));
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The other side sees it, as it would on a real network.
        }
        finally
        {
            _open.TryRemove(near, out _);
            _open.TryRemove(far, out _);
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = await from.GetStream().ReadAsync(buffer, _over.Token)) > 0;)
            {
                await (_frozen?.Task ?? Task.CompletedTask);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _over.Token);
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // One direction ended: the call is over.
        }
    }
}
