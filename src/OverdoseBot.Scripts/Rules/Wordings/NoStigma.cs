using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>The words to avoid of clinical.md section 9.</summary>
internal sealed class NoStigma() : PhraseRule("OD0036", "No word shames", "H-13",
    "people who expect to be judged do not call, and do not stay.")
{
    protected override Regex Refused(RuleWords words) => words.Stigma;

    protected override bool LabelsToo => true;

    protected override string Remedy => "Name the person and what happened: a person, an overdose, drug use, a return to use.";

    protected override string Message(string words) => $"says \"{words}\".";
}
