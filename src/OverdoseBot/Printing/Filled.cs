using System.Text.RegularExpressions;
using OverdoseBot.Scripts;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Printing;

/// <summary>
/// Texts as they are sent in a region. Where a case fills in its own, the book shows an example as long as one can get, because
/// it prints lengths.
/// </summary>
internal sealed partial class Filled(Library library, Region region)
{
    private readonly Longest _longest = new(library, [region]);
    private readonly string _handover = Handover(library);

    public string Text(string text) => _longest.Fill(text.Replace("{handover}", _handover, StringComparison.Ordinal));

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
