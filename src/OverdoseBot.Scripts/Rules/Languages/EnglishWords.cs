using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>What rules look for in English.</summary>
internal static partial class EnglishWords
{
    private const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static RuleWords All { get; } = new()
    {
        Language = "en",
        Call = Call(),
        CallShown = "Call {emergency}",
        Condition = Condition(),
        Breathing = Breathing(),
        Waking = Waking(),
        Still = Still(),
        StillShown = "If they still",
        Claims = Claims(),
        Names = Names(),
        Stigma = EnglishStigma.Words,
        Drugs = EnglishDrugs.Names,
        AsksForDigits = AsksForDigits(),
        Digit = Digit(),
        AskedWord = AskedWord(),
        Grade = ReadingGrade.Of,
    };

    [GeneratedRegex(@"\b[Cc]all \{emergency(\.first)?\}")]
    private static partial Regex Call();

    [GeneratedRegex(@"\?$|^(if|when|once)\b", Any)]
    private static partial Regex Condition();

    [GeneratedRegex("breath", Any)]
    private static partial Regex Breathing();

    [GeneratedRegex(@"\b(wak(e|es|ing)|awake|woke|conscious)\b", Any)]
    private static partial Regex Waking();

    [GeneratedRegex("^If they still")]
    private static partial Regex Still();

    [GeneratedRegex(@"\b(I|we)('ve|'ll|'m|'re| have| will| am| are| can| just)? (already )?(call(ed|ing)?|phon(e|ed|ing)|dial(l?ed|l?ing)?|alert(ed|ing)?|contact(ed|ing)?|notif(y|ied)|sent|send|sending) (for )?(\{emergency(\.first)?\}|911|999|112|help|them|an|the|someone|emergency)|\b(help|ambulance|crew|paramedics?|police)('s|'re| is| are) (now )?(on (its|the|their) way|coming)\b|\b(I|we) (have|'ve) called\b|\bwe called\b", Any)]
    private static partial Regex Claims();

    [GeneratedRegex(@"\byour (full |first |last )?name\b|\b(what|who)('s| is) (his|her|their|the person's) name\b|\bwho are you\b|\bname\?", Any)]
    private static partial Regex Names();

    [GeneratedRegex(@"\b(?:[Tt]ext|[Rr]eply|[Ss]end)\s+[0-9]\b[^.?!]*")]
    private static partial Regex AsksForDigits();

    [GeneratedRegex(@"(?:^\S+|,(?: or)?|\bor)\s+([0-9])\b(?! or more)")]
    private static partial Regex Digit();

    [GeneratedRegex(@"\b(?:[Tt]ext|[Rr]eply|[Ss]end)\s+(?:back\s+|me\s+)?[""']?([A-Za-z-]+)")]
    private static partial Regex AskedWord();
}
