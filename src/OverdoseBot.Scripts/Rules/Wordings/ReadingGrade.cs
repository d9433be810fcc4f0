using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>
/// The Flesch-Kincaid grade of a text: 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid and others, 1975).
/// Syllables are counted as groups of vowels without a silent e. A number is one syllable; a colon ends a sentence.
/// </summary>
internal static partial class ReadingGrade
{
    // Printed on the thing in the hand: however long, not hard to read there.
    private static readonly HashSet<string> Familiar = new(["naloxone", "opioid", "opioids"], StringComparer.OrdinalIgnoreCase);

    public static (double Grade, int Words) Of(string text)
    {
        var plain = Hole().Replace(text, " 911 ");
        var words = Word().Matches(plain).Select(m => m.Value).ToList();
        var sentences = Math.Max(1, Sentence().Split(plain).Count(s => Word().IsMatch(s)));
        return words.Count == 0
            ? (0, 0)
            : (0.39 * words.Count / sentences + 11.8 * words.Sum(Syllables) / words.Count - 15.59, words.Count);
    }

    internal static int Syllables(string word)
    {
        if (Familiar.Contains(word) || char.IsAsciiDigit(word[0]))
        {
            return 1;
        }

        var lower = word.ToLowerInvariant();
        var groups = Vowels().Count(lower) + Hiatus().Count(lower);
        var silent = groups > 1 && (SilentE().IsMatch(lower) || SilentEd().IsMatch(lower));
        return Math.Max(1, silent ? groups - 1 : groups);
    }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"[A-Za-z0-9][A-Za-z0-9']*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[.?!:;]+")]
    private static partial Regex Sentence();

    // Two syllables in one group of vowels: stay-ing, vi-al.
    [GeneratedRegex(@"[aeou]ying|(?<![ct])ia")]
    private static partial Regex Hiatus();

    [GeneratedRegex(@"[aeiouy]+")]
    private static partial Regex Vowels();

    [GeneratedRegex(@"[^aeiouy]e(s)?$(?<!(?:[^aeiouy]l|[sxz]|[cs]h|[cg])es?$)|[sxzcg]e$|[csh]he$")]
    private static partial Regex SilentE();

    [GeneratedRegex(@"[^aeiouydt]ed$")]
    private static partial Regex SilentEd();
}
