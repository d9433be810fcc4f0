using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>What one person writes to another, made fit to be passed on: no control characters, no half letters, never too long.</summary>
public static class PersonText
{
    /// <summary>The most characters (UTF-16) of a message that is passed on.</summary>
    public const int Most = 1_000;

    // What an SMS holds when a letter of it is not in GSM-7 (wire-protocols.md 5.9).
    private const int Unicode = 70;

    private static readonly (string Typed, string Plain)[] _typed =
    [
        ("\u2018", "'"), ("\u2019", "'"), ("\u201C", "\""), ("\u201D", "\""), ("\u2013", "-"), ("\u2014", "-"), ("\u2026", "..."), ("\u00A0", " "),
    ];

    /// <summary>The text without what cannot be shown; empty: nothing is left of it.</summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? string.Empty).EnumerateRunes())
        {
            // A half surrogate has become U+FFFD here; joiners stay, emoji need them.
            var kind = Rune.GetUnicodeCategory(rune);
            if (rune.Value is '\n' or '\t' || kind is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                clean.Append(' ');
            }
            else if (kind is not (UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) && !Steers(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return string.Join(' ', Cut(clean.ToString(), Most).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The text as SMS, each one segment behind its prefix, broken between words where that is possible.</summary>
    internal static ImmutableArray<string> Sms(string prefix, string text)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        var part = prefix;
        foreach (var word in Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(prefix, w)))
        {
            if (!Fits($"{part} {word}"))
            {
                parts.Add(part);
                part = prefix;
            }

            part = $"{part} {word}";
        }

        parts.Add(part);
        return parts.ToImmutable();
    }

    // What phones put in by themselves would make three SMS of one: it is written plain, and pictures are left out where all else is GSM-7.
    private static string Plain(string text)
    {
        var plain = _typed.Aggregate(Gsm7.Fold(text), (t, pair) => t.Replace(pair.Typed, pair.Plain, StringComparison.Ordinal));
        var letters = string.Concat(plain.EnumerateRunes().Where(r => !IsPicture(r)).Select(r => r.ToString()));
        return Gsm7.Septets(letters) is not null && !string.IsNullOrWhiteSpace(letters) ? letters : plain;
    }

    private static bool IsPicture(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.OtherSymbol or UnicodeCategory.Format or UnicodeCategory.EnclosingMark || rune.Value is 0xFE0F or (>= 0x1F3FB and <= 0x1F3FF);

    // A word longer than a message is cut, between whole letters.
    private static IEnumerable<string> Pieces(string prefix, string word)
    {
        var piece = new StringBuilder();
        foreach (var rune in word.EnumerateRunes())
        {
            if (!Fits($"{prefix} {piece}{rune}"))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune.ToString());
        }

        yield return piece.ToString();
    }

    private static bool Fits(string text) => Gsm7.Septets(text) is { } septets ? septets <= Gsm7.SingleSegment : text.Length <= Unicode;

    // Marks that turn the direction of what follows could make words read as others.
    private static bool Steers(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
