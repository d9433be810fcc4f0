using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>What came back: the status and everything after the head (chunk sizes included).</summary>
internal readonly record struct Answer(int Status, ReadOnlyMemory<byte> Body)
{
    public bool Has(ReadOnlySpan<byte> words) => Body.Span.IndexOf(words) >= 0;
}

/// <summary>One kept-alive HTTP/1.1 connection that costs little: what is measured is the service, on a machine that both share.</summary>
internal sealed class Wire : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[8 * 1_024];

    /// <exception cref="SocketException">Nobody listens.</exception>
    public static async Task<Wire> OpenAsync(Uri address, CancellationToken cancel)
    {
        var wire = new Wire();
        await wire._socket.ConnectAsync(IPAddress.Parse(address.Host), address.Port, cancel);
        return wire;
    }

    /// <summary>A whole request, with a token where there is one.</summary>
    public static byte[] Post(Uri address, string path, string body, string? token = null) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\n{(token is null ? string.Empty : $"Authorization: Bearer {token}\r\n")}"
        + $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    /// <summary>Sends a request and reads its whole response, which stands until the next is asked for.</summary>
    /// <exception cref="IOException">The service closed the connection.</exception>
    public async ValueTask<Answer> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancel)
    {
        await _socket.SendAsync(request, cancel);
        var (size, head) = (0, 0);
        while (true)
        {
            if (size == _buffer.Length)
            {
                Array.Resize(ref _buffer, 2 * size);
            }

            var got = await _socket.ReceiveAsync(_buffer.AsMemory(size), cancel);
            if (got == 0)
            {
                throw new IOException("The connection was closed.");
            }

            size += got;
            head = head > 0 ? head : _buffer.AsSpan(0, size).IndexOf("\r\n\r\n"u8) + 4;
            if (head >= 4 && IsWhole(_buffer.AsSpan(0, head), _buffer.AsSpan(head, size - head)))
            {
                return new Answer(Number(_buffer.AsSpan(9, 3)), _buffer.AsMemory(head, size - head));
            }
            else if (head < 4)
            {
                head = 0;
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        var length = head.IndexOf("ontent-Length: "u8);
        if (length < 0)
        {
            length = head.IndexOf("ontent-length: "u8);
        }

        return length >= 0 ? body.Length >= Number(head[(length + 15)..]) : body.EndsWith("0\r\n\r\n"u8);
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                break;
            }

            number = number * 10 + digit - '0';
        }

        return number;
    }
}
