using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

internal sealed partial class OnlyKnownSubstitutions() : Rule("OD0035", "Only known words stand in braces", "H-01",
    "a brace that nothing fills reaches the person as it stands.")
{
    private const string Handover = "handover";
    private static readonly string[] InPractice = ["number", "right", "of", "time"];
    private static readonly string[] InHandover = ["time", "first", "last", "count", "product"];

    // What pages, paper, the terminal and calendars put into their own words.
    private static readonly string[] InWords =
    [
        "at", "beat", "call", "date", "id", "left", "month", "name", "number", "of", "product", "rate", "right", "said", "seconds", "segments", "septets", "what", "year",
    ];

    public override IEnumerable<Fault> Check(Library library)
    {
        foreach (var said in Said.All(library))
        {
            foreach (var name in Hole().Matches(said.Text).Select(m => m.Groups[1].Value).Where(n => !Allowed(library, said.Owner, n)))
            {
                yield return Fault(said.Spot, $"Nothing fills {{{name}}} in {said.Owner}.",
                    said.Owner == "the hand-over" ? "Use {time}, {first}, {last}, {count} or {product}." : "Use {emergency}, {law}, {line.<purpose>} (.name, .who, .cost, .hours, .goes), {product}, {handover} or a piece of everywhere.yaml.");
            }

            if (Hole().Replace(said.Text, "").AsSpan().ContainsAny('{', '}'))
            {
                yield return Fault(said.Spot, $"A brace stands alone in {said.Owner}.", "Write a known word between two braces.");
            }
        }

        if (!library.ReplyList.Contains("{list}", StringComparison.Ordinal))
        {
            yield return Fault(library.Spots.GetValueOrDefault("reply-list"), "The reply list has no place for the answers.", "Write   {list}   in it.");
        }
    }

    private static bool Allowed(Library library, string owner, string name) => owner switch
    {
        "the hand-over" => InHandover.Contains(name),
        "the reply list" => name == "list",
        Said.Practice => InPractice.Contains(name) || Holes.All(library, name).Any(),
        _ when owner.StartsWith(Said.Words, StringComparison.Ordinal) => InWords.Contains(name) || Holes.All(library, name).Any(),
        _ => name == Handover || Holes.All(library, name).Any(),
    };

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Hole();
}
