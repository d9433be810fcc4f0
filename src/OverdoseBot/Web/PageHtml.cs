using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using OverdoseBot.Scripts;

namespace OverdoseBot.Web;

/// <summary>
/// The first HTML, filled from the scripts: it holds the call button and the first steps before any script runs and without any.
/// A gap <c>{{name}}</c> takes the word <c>page.name</c>; what the HTML took is not sent again as data.
/// </summary>
internal sealed partial class PageHtml(Library library, Region region, string language)
{
    private const string Mine = "page.";
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Fills the template.</summary>
    /// <param name="template">HTML with gaps.</param>
    /// <param name="files">Address of the page's files.</param>
    /// <param name="first">Scripts that are fetched at once, instead of when another one asks for them.</param>
    public PageFile Fill(string template, string files, IEnumerable<string> first)
    {
        var filled = Gap().Replace(template, gap => gap.Groups[1].Value switch
        {
            "data" => gap.Value,
            "lang" => Safe(language),
            "emergency" => Safe(region.Emergency),
            "region" => Safe(region.Id),
            "files" => files,
            "preload" => string.Concat(first.Select(f => $"<link rel=\"modulepreload\" href=\"{files}/{f}\">")),
            "start" => string.Concat(Start.Wording.Say.Select(s => $"<p>{Sentences(Words(s))}</p>")),
            "first-steps" => FirstSteps(),
            var word => Safe(Word(word)),
        });
        return new PageFile("text/html; charset=utf-8", Encoding.UTF8.GetBytes(filled.Replace("{{data}}", Data().Json(), StringComparison.Ordinal)));
    }

    private Step Start => library.Find(library.Scripts["respond"].Start)!;

    private string Word(string name)
    {
        _taken.Add(name);
        return Words(library.Words[Mine + name]);
    }

    private string Words(string text) => text.Replace("{emergency}", region.Emergency, StringComparison.Ordinal);

    private string FirstSteps() => string.Concat(Enumerable.Range(1, 9).Select(n => $"step-{n}")
        .Where(n => library.Words.ContainsKey(Mine + n)).Select(n => $"<li>{Safe(Word(n))}</li>"));

    private PageData Data()
    {
        var left = library.Words.Where(w => w.Key.StartsWith(Mine, StringComparison.Ordinal)).Select(w => (Name: w.Key[Mine.Length..], w.Value));
        var clocks = library.Scripts["respond"].Alarms.ToDictionary(a => a.Name, a => Words(string.Join(' ', library.Find(a.Step)!.Wording.Say)));
        return new PageData(
            language,
            new(left.Where(w => !_taken.Contains(w.Name)).ToDictionary(w => w.Name, w => Words(w.Value)), StringComparer.Ordinal),
            new(clocks, StringComparer.Ordinal),
            PageStart.Of(Start, Words));
    }

    // One sentence a line, as view.js shows them.
    private static string Sentences(string text) => string.Concat(SentenceEnd().Split(text).Select(s => $"<span>{Safe(s)}</span>"));

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);

    [GeneratedRegex(@"\{\{([a-z0-9-]+)\}\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"(?<=[.?!])\s+")]
    private static partial Regex SentenceEnd();
}
