using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>
/// Fills substitutions with the longest words that any of some regions, any product, line or person can put there. What stands in front gives way
/// by length alone, so a text that fits with the longest words fits with all others.
/// </summary>
internal sealed partial class Longest(Library library, IReadOnlyList<Region> regions)
{
    private static readonly string Handover =
        "10 sprays, 14:02 to 14:09, breaths since 14:03, pushes since 14:05, awake 14:20".PadRight(HandoverPart.LongestSentence, 'x');

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    // The same words stand behind every front: each text is filled once.
    private readonly Dictionary<string, string> _filled = new(StringComparer.Ordinal);

    public Wording Fill(Wording wording) => wording with
    {
        Say = [.. wording.Say.Select(Fill)],
        Sms = [.. wording.Sms.Select(Fill)],
        Brief = wording.Brief is null ? null : Fill(wording.Brief),
        Plain = [.. wording.Plain.Select(Fill)],
    };

    public string Fill(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        if (!_filled.TryGetValue(text, out var filled))
        {
            _filled[text] = filled = Hole().Replace(Pieces.Longest(text, library), hole => Words(hole.Groups[1].Value) ?? hole.Value);
        }

        return filled;
    }

    /// <summary>True when something fills every hole there.</summary>
    public bool Fills(Wording wording) => !Fill(wording).SmsOrSay.Any(t => Hole().IsMatch(t));

    private string? Words(string name)
    {
        if (!_words.TryGetValue(name, out var words))
        {
            words = name == "handover" ? Handover : Holes.AllSms(library, regions, name).MaxBy(w => Gsm7.Septets(Gsm7.Fold(w)) ?? 2 * w.Length);
            if (words is not null)
            {
                _words[name] = words;
            }
        }

        return words;
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Hole();
}
