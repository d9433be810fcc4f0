using System.Runtime.InteropServices;
using System.Text;

namespace OverdoseBot.Journal.Stored;

/// <summary>
/// Text as bytes, without loss: UTF-8, readable with <c>convert_from(column, 'UTF8')</c>. What UTF-8 or PostgreSQL's text cannot hold (half an emoji, NUL)
/// is a NUL and then UTF-16, which no plain text begins with.
/// </summary>
internal static class TextBytes
{
    public static byte[] Of(string text) => StoredText.IsPlain(text) ? Encoding.UTF8.GetBytes(text) : [0, .. MemoryMarshal.AsBytes(text.AsSpan())];

    public static string From(byte[] bytes) => bytes is [0, .. var rest]
        ? new string(MemoryMarshal.Cast<byte, char>(rest))
        : Encoding.UTF8.GetString(bytes);
}
