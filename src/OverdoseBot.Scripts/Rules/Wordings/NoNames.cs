using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

internal sealed class NoNames() : PhraseRule("OD0038", "No message asks for a name", "H-13",
    "fear of the police keeps people from answering.")
{
    protected override Regex Refused(RuleWords words) => words.Names;

    protected override string Remedy => "Leave it out; the bot never needs it.";

    protected override string Message(string words) => $"asks for a name: \"{words}\".";
}
