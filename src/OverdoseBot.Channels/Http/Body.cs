using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace OverdoseBot.Channels.Http;

/// <summary>Request bodies, never more than the ceiling of an activity (wire-protocols.md 1.5).</summary>
internal static class Body
{
    /// <summary>The most bytes a request may have.</summary>
    public const int MostBytes = 256 * 1_024;

    private const int Piece = 16 * 1_024;

    // A refusal reaches only a client that was allowed to finish: this much more is read and dropped, then the connection ends.
    private const int MostDropped = 4 * 1_024 * 1_024;
    private static readonly UTF8Encoding _lenient = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Sets where the server itself ends this request.</summary>
    public static void Limit(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostDropped;
        }
    }

    /// <summary>The body as text; what is not UTF-8 is replaced, because a phone may cut a message anywhere.</summary>
    public static async Task<string> TextAsync(HttpRequest request) => _lenient.GetString(await BytesAsync(request));

    /// <summary>Reads a body that nobody needs, so that one that is too large is refused here as everywhere.</summary>
    public static Task IgnoreAsync(HttpRequest request) => BytesAsync(request);

    /// <summary>The body as it is.</summary>
    /// <exception cref="Refusal">413: it is larger than <see cref="MostBytes"/>.</exception>
    public static Task<byte[]> BytesAsync(HttpRequest request) =>
        request.ContentLength is { } length and <= Piece ? WholeAsync(request, (int)length) : PiecesAsync(request);

    // Nearly all are short and say so. No room is made for what only says that it is long. The server takes no more than was said, and ends a request that has less.
    private static async Task<byte[]> WholeAsync(HttpRequest request, int length)
    {
        var body = new byte[length];
        var size = await request.Body.ReadAtLeastAsync(body, length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return size == length ? body : body[..size];
    }

    private static async Task<byte[]> PiecesAsync(HttpRequest request)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[Piece];
        var size = 0L;
        int got;
        while ((got = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            size += got;
            if (size <= MostBytes)
            {
                kept.Write(buffer, 0, got);
            }
        }

        return size <= MostBytes ? kept.ToArray() : throw Refusal.TooLarge("A request may have 256 KiB.");
    }
}
