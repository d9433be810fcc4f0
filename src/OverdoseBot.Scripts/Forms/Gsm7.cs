using System.Buffers;

namespace OverdoseBot.Scripts;

/// <summary>How long a text is as SMS (GSM 03.38; wire-protocols.md 5.9).</summary>
public static class Gsm7
{
    /// <summary>Septets in a text sent alone.</summary>
    public const int SingleSegment = 160;

    private const int JoinedSegment = 153;
    private const int SingleUnits = 70;
    private const int JoinedUnits = 67;

    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    private const string AccentedLetters = "áíóúÁÍÓÚ";
    private const string PlainLetters = "aiouAIOU";

    private static readonly SearchValues<char> Accented = SearchValues.Create(AccentedLetters);

    private static readonly SearchValues<char> Extended = SearchValues.Create("\f^{}\\[~]|€");

    /// <summary>Septets the text needs; null when a character is outside GSM-7 and the whole text turns into UCS-2.</summary>
    public static int? Septets(ReadOnlySpan<char> text)
    {
        var septets = 0;
        foreach (var c in text)
        {
            if (Basic.Contains(c))
            {
                septets++;
            }
            else if (Extended.Contains(c))
            {
                septets += 2;
            }
            else
            {
                return null;
            }
        }

        return septets;
    }

    /// <summary>The text with the accented letters that GSM-7 lacks written plain, as people text them: <c>respiración</c> is <c>respiracion</c>.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAny(Accented)
            ? string.Create(text.Length, text, static (span, from) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    var at = AccentedLetters.IndexOf(from[i], StringComparison.Ordinal);
                    span[i] = at < 0 ? from[i] : PlainLetters[at];
                }
            })
            : text;
    }

    /// <summary>True when the text goes out as one segment of GSM-7.</summary>
    public static bool FitsOne(ReadOnlySpan<char> text) => Septets(text) is <= SingleSegment;

    /// <summary>SMS parts the text is sent in; neither an escape pair nor a surrogate pair straddles two parts.</summary>
    public static int Segments(ReadOnlySpan<char> text) => Septets(text) switch
    {
        null when text.Length <= SingleUnits => 1,
        null => Parts(text, JoinedUnits, i => 0, pairs: true),
        <= SingleSegment => 1,
        _ => Parts(text, JoinedSegment, static c => Extended.Contains(c) ? 1 : 0, pairs: false),
    };

    private static int Parts(ReadOnlySpan<char> text, int size, Func<char, int> extra, bool pairs)
    {
        var (parts, used) = (1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var paired = pairs && i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            var cost = paired ? 2 : 1 + extra(text[i]);
            if (used + cost > size)
            {
                (parts, used) = (parts + 1, 0);
            }

            used += cost;
            i += paired ? 1 : 0;
        }

        return parts;
    }
}
