using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Printing;

/// <summary>SMS as they leave: composed behind each heading that can stand in front, with their length.</summary>
internal sealed class SmsTable(BookInput book)
{
    private readonly List<XElement> _rows = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>What a step sends on arrival.</summary>
    /// <param name="step">The step.</param>
    /// <param name="what">Which of its wordings.</param>
    /// <param name="wording">The words.</param>
    /// <param name="choices">The choices of those words.</param>
    /// <param name="leads">"If they still …" of the steps whose silence leads here.</param>
    public void Arrival(Step step, string what, Wording wording, ImmutableArray<Choice> choices, IEnumerable<string> leads)
    {
        foreach (var (heading, name) in Headings(step))
        {
            Add($"{what}{name}", null, heading, wording, choices, listMayGo: false);
        }

        foreach (var lead in leads)
        {
            Add($"{what}, after silence", lead, Headings(step)[^1].Heading, wording, choices, listMayGo: false);
        }
    }

    /// <summary>What a step sends while it waits.</summary>
    public void Later(Step step, string what, string? lead, Wording wording)
    {
        foreach (var (heading, name) in Headings(step))
        {
            Add($"{what}{name}", lead, heading, wording, step.Choices, listMayGo: lead is null);
        }
    }

    /// <summary>An aside that goes ahead by itself.</summary>
    public void Aside(string what, Wording wording) => Add(what, null, CallHeading.None, wording, [], listMayGo: true);

    public XElement Done() => Html.Table("sms", ["SMS", "Text", "Length"], _rows);

    private (CallHeading Heading, string Name)[] Headings(Step step) => book.Library.CallKinds.Contains(step.Kind) && !step.SaysCall
        ? [(CallHeading.None, ""), (CallHeading.Reminder, ", short call line"), (CallHeading.Full, ", full call line")]
        : [(CallHeading.None, "")];

    private void Add(string what, string? lead, CallHeading heading, Wording wording, ImmutableArray<Choice> choices, bool listMayGo)
    {
        Add(what, lead, heading, wording, choices, listMayGo, book.Filled);
        if (lead is null && heading == CallHeading.None)
        {
            foreach (var fact in book.Filled.FactsIn(wording))
            {
                Add($"{what}, {fact}", lead, heading, wording, choices, listMayGo, book.Filled.When(fact));
            }
        }
    }

    private void Add(string what, string? lead, CallHeading heading, Wording wording, ImmutableArray<Choice> choices, bool listMayGo, Filled filled)
    {
        var library = book.Library;
        var call = new CallWords(filled.Text(library.CallLine.Full), filled.Text(library.CallLine.Reminder), library.CallLine.Ask);
        var texts = SmsForm.Compose(
            new Heading(lead is null ? null : filled.Text(lead), heading, []), call, filled.Words(wording), choices, library.Digits, library.ReplyList, listMayGo).Texts;
        foreach (var (text, at) in texts.Select((t, i) => (t, i)).Where(t => _seen.Add(t.t)))
        {
            var name = texts.Length == 1 ? what : $"{what} ({at + 1} of {texts.Length})";
            _rows.Add(Html.Row(name, Html.Tag("td", Html.Class("text"), text), Html.Tag("td", Html.Class("length"), Length(text))));
        }
    }

    private static string Length(string text) => Gsm7.Septets(text) is { } septets
        ? string.Create(CultureInfo.InvariantCulture, $"{septets} of {Gsm7.SingleSegment}")
        : string.Create(CultureInfo.InvariantCulture, $"UCS-2, {Gsm7.Segments(text)} SMS");
}
