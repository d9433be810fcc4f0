using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>The lists of wire-protocols.md 5.6.</summary>
internal sealed partial class NoCarrierKeywords() : Rule("OD0029", "No text asks for a word that the phone company keeps for itself", "H-08",
    "a person who sends STOP, END or CANCEL is cut off from every further message.")
{
    private static readonly HashSet<string> Keywords = new(
        [
            "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "OPT-OUT", "START", "YES", "UNSTOP", "HELP", "INFO",
            "ARRET", "REMOVE", "TD", "BAJA", "ALTO",
        ], StringComparer.OrdinalIgnoreCase);

    public override IEnumerable<Fault> Check(Library library) =>
        from said in Said.All(library)
        let word = said.Label ? (Keywords.Contains(said.Text.Trim()) && said.Step is not null ? said.Text.Trim() : null) : Asked(said.Text, RuleWords.Of(library))
        where word is not null
        select Fault(said.Spot, $"{char.ToUpperInvariant(said.Owner[0])}{said.Owner[1..]} asks for \"{word}\", which the phone company takes for itself.", "Ask for a digit or another word.");

    internal static string? Asked(string text, RuleWords words) =>
        Capitals().Matches(text).Select(m => m.Value).FirstOrDefault(Keywords.Contains)
        ?? words.AskedWord.Matches(text).Select(m => m.Groups[1].Value).FirstOrDefault(Keywords.Contains);

    [GeneratedRegex(@"\b[A-Z][A-Z-]+\b")]
    private static partial Regex Capitals();
}
