using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

internal sealed partial class NoClaims() : PhraseRule("OD0037", "No message claims that the bot has called anyone", "H-12",
    "who believes that help is coming does not call.")
{
    protected override Regex Refused => Claim();

    protected override string Remedy => "Tell the person to call; the bot cannot.";

    protected override string Message(string words) => $"claims \"{words}\".";

    [GeneratedRegex(@"\b(I|we)('ve|'ll|'m|'re| have| will| am| are| can| just)? (already )?(call(ed|ing)?|phon(e|ed|ing)|dial(l?ed|l?ing)?|alert(ed|ing)?|contact(ed|ing)?|notif(y|ied)|sent|send|sending) (for )?(\{emergency\}|911|999|112|help|them|an|the|someone|emergency)|\b(help|ambulance|crew|paramedics?|police)('s|'re| is| are) (now )?(on (its|the|their) way|coming)\b|\b(I|we) (have|'ve) called\b|\bwe called\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Claim();
}
