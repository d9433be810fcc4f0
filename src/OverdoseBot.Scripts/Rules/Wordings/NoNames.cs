using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

internal sealed partial class NoNames() : PhraseRule("OD0038", "No message asks for a name", "H-13",
    "fear of the police keeps people from answering.")
{
    protected override Regex Refused => Asks();

    protected override string Remedy => "Leave it out; the bot never needs it.";

    protected override string Message(string words) => $"asks for a name: \"{words}\".";

    [GeneratedRegex(@"\byour (full |first |last )?name\b|\b(what|who)('s| is) (his|her|their|the person's) name\b|\bwho are you\b|\bname\?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();
}
