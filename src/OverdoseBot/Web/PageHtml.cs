using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using OverdoseBot.Scripts;

namespace OverdoseBot.Web;

/// <summary>
/// The first HTML, filled from the scripts: it holds the call button and the first steps before any script runs and without any.
/// A gap <c>{{name}}</c> takes the word <c>page.name</c>; what the HTML took is not sent again as data.
/// </summary>
/// <param name="library">The scripts in all languages.</param>
/// <param name="place">Where the person is.</param>
/// <param name="language">The language of the page.</param>
internal sealed partial class PageHtml(Library library, string place, string language)
{
    private const string Mine = "page.";

    // Accents as they are: as entities they would fill the first flight.
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement);

    private readonly Library _library = library.In(language);
    private readonly Region _region = library.In(language).Regions[place];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Fills the template.</summary>
    /// <param name="template">HTML with gaps.</param>
    /// <param name="files">Address of the page's files.</param>
    public PageFile Fill(string template, string files)
    {
        var filled = Gap().Replace(template, gap => gap.Groups[1].Value switch
        {
            "data" => gap.Value,
            "lang" => Safe(language),
            "dial" => Safe(_region.Dial is { } dial ? "tel:" + dial : "#numbers"),
            "numbers" => Numbers(),
            "languages" => Options(library.InAllLanguages().Select(l => (l.Language, l.Words[Mine + "own-name"])), language, languages: true),
            "regions" => Options(_library.Regions.Values.OrderBy(r => r.Spot.Line).Select(r => (r.Id, r.Name)), _region.Id),
            "region" => Safe(_region.Id),
            "files" => files,
            "start" => string.Concat(Start.Wording.Say.Select(s => $"<p>{Sentences(Words(s))}</p>")),
            "first-steps" => FirstSteps(),
            var word => Safe(Word(word)),
        });
        return new PageFile("text/html; charset=utf-8", Encoding.UTF8.GetBytes(filled.Replace("{{data}}", Data().Json(), StringComparison.Ordinal)));
    }

    private Step Start => _library.Find(_library.Scripts["respond"].Start)!;

    private string Word(string name)
    {
        _taken.Add(name);
        return Words(_library.Words[Mine + name]);
    }

    private string Words(string text) => Holes.Fill(text, _library, _region);

    private static string Options(IEnumerable<(string Value, string Name)> options, string chosen, bool languages = false) => string.Concat(options.Select(o =>
        $"<option value=\"{Safe(o.Value)}\"{(languages ? $" lang=\"{Safe(o.Value)}\"" : "")}{(o.Value == chosen ? " selected" : "")}>{Safe(o.Name)}</option>"));

    // Where nobody knows the number, all of them are there to be tapped.
    private string Numbers() => _region.Dial is not null ? "" : $"<ul id=\"numbers\" aria-label=\"{Safe(Word("call"))}\">{string.Concat(_library.Regions.Values
        .Where(r => r.Dial is not null).OrderBy(r => r.Spot.Line).Select(r => $"<li><a href=\"tel:{r.Dial}\">{Safe(r.Emergency)} {Safe(r.Name)}</a></li>"))}</ul>";

    private string FirstSteps() => string.Concat(Enumerable.Range(1, 9).Select(n => $"step-{n}")
        .Where(n => _library.Words.ContainsKey(Mine + n)).Select(n => $"<li>{Safe(Word(n))}</li>"));

    private PageData Data()
    {
        var left = _library.Words.Where(w => w.Key.StartsWith(Mine, StringComparison.Ordinal)).Select(w => (Name: w.Key[Mine.Length..], w.Value));
        var clocks = _library.Scripts["respond"].Alarms.ToDictionary(a => a.Name, a => Words(string.Join(' ', _library.Find(a.Step)!.Wording.Say)));
        return new PageData(
            language,
            place,
            _region.Emergency,
            new(left.Where(w => !_taken.Contains(w.Name)).ToDictionary(w => w.Name, w => Words(w.Value)), StringComparer.Ordinal),
            new(clocks, StringComparer.Ordinal),
            PageStart.Of(Start, Words));
    }

    // One sentence a line, as view.js shows them.
    private static string Sentences(string text) => string.Concat(SentenceEnd().Split(text).Select(s => $"<span>{Safe(s)}</span>"));

    private static string Safe(string text) => _encoder.Encode(text);

    [GeneratedRegex(@"\{\{([a-z0-9-]+)\}\}")]
    private static partial Regex Gap();

    // "EE. UU." is no end.
    [GeneratedRegex(@"(?<=[.?!])\s+(?![A-Z]{2,}\.)")]
    private static partial Regex SentenceEnd();
}
