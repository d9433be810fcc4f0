using System.Collections.Immutable;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot.Practising;

/// <summary>Texts of a practice: each begins with its mark, and a text message is one segment with it.</summary>
internal static class Marked
{
    /// <summary>The texts with the mark in front; one that is too long for a segment with it is parted between sentences, or else between words.</summary>
    public static ImmutableArray<string> Texts(string marker, IEnumerable<string> texts, bool sms) =>
        [.. texts.SelectMany(t => sms ? Parts(marker, Gsm7.Fold(t)) : [$"{marker} {t}"])];

    private static IEnumerable<string> Parts(string marker, string text)
    {
        var part = marker;
        foreach (var piece in Sentences(text).SelectMany(s => Gsm7.FitsOne($"{marker} {s}") ? [s] : s.Split(' ')))
        {
            if (!Gsm7.FitsOne($"{part} {piece}"))
            {
                yield return part;
                part = marker;
            }

            part = $"{part} {piece}";
        }

        yield return part;
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length - 1; i++)
        {
            if (text[i] is '.' or '!' or '?' && text[i + 1] == ' ')
            {
                yield return text[from..(i + 1)];
                from = i + 2;
            }
        }

        yield return text[from..];
    }
}
