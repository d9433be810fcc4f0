using System.Collections.Frozen;

namespace OverdoseBot.Paths;

/// <summary>How people of one language say each meaning: one plain phrase each. Inputs of the walk; never shown to anyone.</summary>
/// <param name="ByMeaning">Phrases by the fact or answer word they say; the first that is read at a step is taken.</param>
/// <param name="Pairs">Dangerous pairs in one message: something calm or practical, and bad news.</param>
/// <param name="EarlierDoses">A dose that was given some time ago.</param>
/// <param name="NotSure">Said by someone who is not sure.</param>
internal sealed record Phrases(
    FrozenDictionary<string, string[]> ByMeaning, IReadOnlyList<(string Text, string One, string Two)> Pairs,
    IReadOnlyList<(string Text, TimeSpan Ago)> EarlierDoses, string NotSure)
{
    /// <summary>A message that says nothing in any language.</summary>
    public const string Unreadable = "qwxz";

    /// <summary>The phrases of a language; null: none were written yet.</summary>
    public static Phrases? Of(string language) => language switch
    {
        "en" => EnglishPhrases.All,
        "es" => SpanishPhrases.All,
        _ => null,
    };
}
