using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace OverdoseBot.Journal.Stored;

/// <summary>
/// Text in a column, without loss. A phone may cut a message in the middle of an emoji, and an emergency is no time to refuse it; but
/// UTF-8 has no half surrogates and SQLite's text ends at NUL. Such text is stored as a blob of UTF-16, all other text as text.
/// </summary>
internal static class StoredText
{
    /// <summary>Whether text survives SQLite as it is: no NUL, no half surrogate pair.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
        {
            return false;
        }

        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = text.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            text = text[at..];
            if (Rune.DecodeFromUtf16(text, out _, out var used) != OperationStatus.Done)
            {
                return false;
            }

            text = text[used..];
        }

        return true;
    }

    public static object ToColumn(string text) => IsPlain(text) ? text : MemoryMarshal.AsBytes(text.AsSpan()).ToArray();

    public static string? FromColumn(object? value) => value switch
    {
        string text => text,
        byte[] bytes => new string(MemoryMarshal.Cast<byte, char>(bytes)),
        _ => null,
    };

    /// <summary>Many texts as one: each with its length in front, as in <c>5:hello3:you</c>.</summary>
    public static string Join(IReadOnlyList<string> texts)
    {
        var joined = new StringBuilder();
        foreach (var text in texts)
        {
            joined.Append(CultureInfo.InvariantCulture, $"{text.Length}:").Append(text);
        }

        return joined.ToString();
    }

    public static IReadOnlyList<string> Split(string joined)
    {
        var texts = new List<string>();
        for (var rest = joined.AsSpan(); !rest.IsEmpty;)
        {
            var colon = rest.IndexOf(':');
            var length = int.Parse(rest[..colon], NumberStyles.None, CultureInfo.InvariantCulture);
            texts.Add(rest.Slice(colon + 1, length).ToString());
            rest = rest[(colon + 1 + length)..];
        }

        return texts;
    }
}
