using System.Text;

namespace OverdoseBot.Loopback;

/// <summary>What was asked.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query as they were sent.</param>
/// <param name="Headers">Headers by name.</param>
/// <param name="Body">The body.</param>
internal sealed record Call(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>What a call gets.</summary>
/// <param name="Bytes">The whole answer as it goes over the wire.</param>
internal sealed record Reply(byte[] Bytes)
{
    /// <summary>An answer with a body of JSON, or what is said to be that.</summary>
    public static Reply Json(int status, string body, params ReadOnlySpan<string> headers) => Of(status, body, Encoding.UTF8.GetByteCount(body), headers);

    /// <summary>An answer whose body ends before it said it would.</summary>
    public static Reply Cut(string body) => Of(200, body, Encoding.UTF8.GetByteCount(body) + 100, []);

    private static Reply Of(int status, string body, int length, ReadOnlySpan<string> headers) => new(Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {status} -\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {length}\r\nConnection: close\r\n"
        + string.Concat(headers.ToArray().Select(h => h + "\r\n")) + "\r\n" + body));
}
