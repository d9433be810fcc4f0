using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>A rule that refuses some words in anything that the bot says.</summary>
internal abstract class PhraseRule(string code, string title, string hazard, string why) : Rule(code, title, hazard, why)
{
    protected abstract Regex Refused(RuleWords words);

    /// <summary>A button speaks for the person.</summary>
    protected virtual bool LabelsToo => false;

    protected abstract string Message(string words);

    protected abstract string Remedy { get; }

    public override IEnumerable<Fault> Check(Library library) =>
        from said in Said.All(library)
        where LabelsToo || !said.Label
        let match = Refused(RuleWords.Of(library)).Match(said.Text)
        where match.Success
        select Fault(said.Spot, $"{char.ToUpperInvariant(said.Owner[0])}{said.Owner[1..]} {Message(match.Value)}", Remedy);
}
