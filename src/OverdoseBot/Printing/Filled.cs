using System.Text.RegularExpressions;
using OverdoseBot.Scripts;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Printing;

/// <summary>
/// Texts as they are sent in a region. Where a case fills in its own, the book shows an example as long as one can get, because
/// it prints lengths. Words that differ by who lies there are those for a grown person, and those for others stand beside them.
/// </summary>
internal sealed partial class Filled(Library library, Region region, string? fact = null)
{
    private readonly Longest _longest = new(library, [region]);
    private readonly string _handover = Handover(library);

    public string Text(string text) => _longest.Fill(Pieces.Fill(text, library, f => Facts.AboutPlace(f, library, region) ?? f == fact).Replace("{handover}", _handover, StringComparison.Ordinal));

    /// <summary>The same words when a fact is known.</summary>
    public Filled When(string known) => new(library, region, known);

    /// <summary>The facts that change a wording: who lies there, what they have.</summary>
    public IEnumerable<string> FactsIn(Wording wording) => wording.Say.Concat(wording.SmsOrSay).Append(wording.Brief ?? "")
        .SelectMany(t => Pieces.In(t, library)).SelectMany(p => p.Rows).Select(r => r.When).Distinct()
        .Where(f => Facts.AboutPlace(f, library, region) is null && !When(f).Words(wording).Say.SequenceEqual(Words(wording).Say));

    public Wording Words(Wording wording) => wording with
    {
        Say = [.. wording.Say.Select(Text)],
        Sms = [.. wording.Sms.Select(Text)],
        Brief = wording.Brief is null ? null : Text(wording.Brief),
    };

    private static string Handover(Library library)
    {
        var said = "";
        foreach (var part in library.Handover.DistinctBy(p => p.Mark))
        {
            var next = said.Length == 0 ? Example(part) : $"{said}, {Example(part)}";
            said = next.Length <= HandoverPart.LongestSentence ? next : said;
        }

        return said;
    }

    private static string Example(HandoverPart part) => Hole().Replace(part.Two ?? part.One, hole => hole.Value switch
    {
        "{last}" => "14:05",
        "{count}" => "3",
        _ => "14:02",
    });

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Hole();
}
