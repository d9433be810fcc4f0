using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>Words to avoid of clinical.md section 9, each only in the sense in which it shames: a kit may be clean, a person is not "clean".</summary>
internal static partial class EnglishStigma
{
    public static Regex Words { get; } = Shaming();

    [GeneratedRegex("""
        \b(?:
            addict(?:s|ed)?
          | addiction(?!\ (?:helpline|hotline|service|medicine|doctor))
          | junk(?:ie|ies|y) | drugg(?:ie|ies) | od'?d
          | (?<!wheelchair\ |relay\ |phone\ )users?
          | (?<!child\ |sexual\ |domestic\ |elder\ )abus(?:e|es|ed|er|ers|ing)
          | victims?
          | relaps(?:e|es|ed|ing) | (?:fell|falls?|falling)\ off\ the\ wagon
          | (?:he|she|they|you|who|i|someone|person|people|friend|child|mother)(?:'s|'re|'m|\ is|\ are|\ am|\ was|\ were|\ be|\ has\ been|\ have\ been)?(?:\ (?:now|not|really|still))?\ (?:clean|dirty)(?!\ (?:up|it|the|their|your|his|her)\b)
          | (?:is|are|was|were)\ (?:he|she|they|you)\ (?:clean|dirty)
          | (?:get|gets|getting|got|stay|stays|staying|stayed)\ clean(?!\ (?:water|needle|glove|cloth|kit|mask|air))
          | (?:clean|dirty)\ (?:test|urine|drug\ screen|time) | test(?:s|ed)?\ (?:was\ |were\ |came\ back\ )?(?:clean|dirty)
          | (?:opioid|methadone|drug)\ (?:substitution|replacement) | (?:substitution|replacement)\ (?:therapy|treatment|drug|medicine)
          | crutch(?!es)
          | (?:drug|heroin|opioid|pill|bad|expensive|his|her|their|your|the|old)\ habits? | habit\ of\ (?:using|taking)
          | (?:drug|drinking|alcohol|opioid|heroin|pill|substance|addiction)\ problems? | problem\ (?:use|with\ (?:drugs|drink|alcohol|opioids|pills))
        )\b
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shaming();
}
