namespace OverdoseBot.Scripts.Rules;

internal sealed class ItsLanguageIsKnown() : Rule("OD0050", "The rules know the words of every language that is served", "H-18",
    "in a language that no rule can read, a missing call for help or a word that shames would not be seen.")
{
    public override IEnumerable<Fault> Check(Library library) => RuleWords.Of(library.Language) is null
        ? [Fault(library.CallLine.Spot, $"No rule knows the words of the language \"{library.Language}\".",
            $"Use one of: {string.Join(", ", RuleWords.Languages)}; or have its words written beside theirs in the program.")]
        : [];
}
