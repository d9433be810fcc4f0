using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>Fills substitutions with the longest words that a region can put there.</summary>
internal sealed partial class Longest(Library library, Region region)
{
    private readonly string _handover = Handover(library);

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
        "handover" => _handover,
        var name when name.StartsWith("line.", StringComparison.Ordinal) => Line(name[5..]),
        _ => hole.Value,
    });

    private string Line(string id) => library.Lines.Where(l => l.Id == id).SelectMany(l => new[] { l.Call, l.Text ?? "" })
        .OrderByDescending(t => t.Length).FirstOrDefault() ?? "";

    /// <summary>Every part true at once, with ten doses: nobody can have more to tell.</summary>
    private static string Handover(Library library) => string.Join(", ", library.Handover.GroupBy(p => p.Mark)
        .Select(mark => mark.SelectMany(p => new[] { p.One, p.Two, p.More }.Where(t => t is not null).Select(t => Clock().Replace(t!, "14:02").Replace("{count}", "10", StringComparison.Ordinal)))
            .MaxBy(t => t.Length)));

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\{(time|first|last)\}")]
    private static partial Regex Clock();
}
