using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>Fills substitutions with the longest words that a region can put there.</summary>
internal sealed partial class Longest(Library library, Region region)
{
    private static readonly string Handover =
        "10 sprays, 14:02 to 14:09, breaths since 14:03, pushes since 14:05, awake 14:20".PadRight(HandoverPart.LongestSentence, 'x');

    public Wording Fill(Wording wording) => wording with
    {
        Say = [.. wording.Say.Select(Fill)],
        Sms = [.. wording.Sms.Select(Fill)],
        Brief = wording.Brief is null ? null : Fill(wording.Brief),
    };

    public string Fill(string text) => Hole().Replace(text, hole => hole.Groups[1].Value switch
    {
        "emergency" => region.Emergency,
        "law" => region.Law,
        "handover" => Handover,
        var name when name.StartsWith("line.", StringComparison.Ordinal) => Line(name[5..]),
        _ => hole.Value,
    });

    private string Line(string id) => library.Lines.Where(l => l.Id == id).SelectMany(l => new[] { l.Call, l.Text ?? "" })
        .OrderByDescending(t => t.Length).FirstOrDefault() ?? "";

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Hole();
}
