using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

internal sealed class NoClaims() : PhraseRule("OD0037", "No message claims that the bot has called anyone", "H-12",
    "who believes that help is coming does not call.")
{
    protected override Regex Refused(RuleWords words) => words.Claims;

    protected override string Remedy => "Tell the person to call; the bot cannot.";

    protected override string Message(string words) => $"claims \"{words}\".";
}
