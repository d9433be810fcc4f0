using System.Text;
using Microsoft.AspNetCore.Http;

namespace OverdoseBot.Channels.Http;

/// <summary>Answers a call with JSON that is written already.</summary>
internal static class JsonAnswer
{
    /// <summary>Writes the pieces of it one behind the other, with their length in front.</summary>
    public static async Task WriteAsync(HttpContext context, params IReadOnlyList<string> pieces)
    {
        var (response, length) = (context.Response, 0L);
        foreach (var piece in pieces)
        {
            length += Encoding.UTF8.GetByteCount(piece);
        }

        (response.ContentType, response.ContentLength) = ("application/json; charset=utf-8", length);
        foreach (var piece in pieces)
        {
            Encoding.UTF8.GetBytes(piece, response.BodyWriter);
        }

        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
