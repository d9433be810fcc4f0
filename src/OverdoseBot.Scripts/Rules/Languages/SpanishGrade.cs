using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>
/// Crawford's grade of a Spanish text: −0.205 × sentences in 100 words + 0.049 × syllables in 100 words − 3.407 (Crawford, 1989: the
/// primary school year that can read it). A number is one syllable; a colon ends a sentence, as in <see cref="ReadingGrade"/>.
/// </summary>
internal static partial class SpanishGrade
{
    private const string Strong = "aeoáéó";
    private const string Stressed = "íú";
    private const string Vowels = "aeiouáéíóúü";

    // Printed on the thing in the hand: however long, not hard to read there.
    private static readonly HashSet<string> Familiar = new(["naloxona", "opioide", "opioides"], StringComparer.OrdinalIgnoreCase);

    public static (double Grade, int Words) Of(string text)
    {
        var plain = Hole().Replace(text, " 911 ");
        var words = Word().Matches(plain).Select(m => m.Value).ToList();
        var sentences = Math.Max(1, Sentence().Split(plain).Count(s => Word().IsMatch(s)));
        return words.Count == 0
            ? (0, 0)
            : (-0.205 * 100 * sentences / words.Count + 0.049 * 100 * words.Sum(Syllables) / words.Count - 3.407, words.Count);
    }

    internal static int Syllables(string word)
    {
        if (Familiar.Contains(word) || char.IsAsciiDigit(word[0]))
        {
            return 1;
        }

        // An h between vowels is mute: "ahu" is one syllable, "aho" two. A y at the end sounds as i.
        var lower = MuteH().Replace(word.ToLowerInvariant(), "");
        lower = lower.EndsWith('y') ? lower[..^1] + "i" : lower;
        var count = 0;
        for (var i = 0; i < lower.Length; i++)
        {
            if (Vowels.Contains(lower[i], StringComparison.Ordinal) && (i == 0 || Parts(lower[i - 1], lower[i])))
            {
                count++;
            }
        }

        return Math.Max(1, count);
    }

    /// <summary>True when a vowel begins a syllable of its own behind a letter: behind a consonant, and in a hiatus.</summary>
    private static bool Parts(char before, char vowel)
    {
        bool IsStrong(char c) => Strong.Contains(c, StringComparison.Ordinal);
        bool IsStressed(char c) => Stressed.Contains(c, StringComparison.Ordinal);
        return !Vowels.Contains(before, StringComparison.Ordinal)
            || (IsStrong(before) && (IsStrong(vowel) || IsStressed(vowel))) || (IsStressed(before) && IsStrong(vowel));
    }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"[\p{L}0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[.?!:;]+")]
    private static partial Regex Sentence();

    [GeneratedRegex("(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])")]
    private static partial Regex MuteH();
}
