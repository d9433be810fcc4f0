using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OverdoseBot.Scripts;
using static OverdoseBot.Printing.Html;

namespace OverdoseBot.Web;

/// <summary>
/// The guide on one sheet, for the wall and for whoever cannot chat: the parts of <c>guide.yaml</c> in the dialogs' own words.
/// It needs no script, and it is whole without its style sheet.
/// </summary>
internal sealed partial class GuidePage(Library library, Region region, string language)
{
    private const string Mine = "guide.";

    // Behind the heading of a part: what to do by the answer to the question that is left out.
    private const string Answer = ".answer";

    /// <summary>The HTML.</summary>
    /// <param name="files">Address of the page's files.</param>
    public string Html(string files) => Document(Tag(
        "html", Is("lang", language),
        Tag(
            "head", Tag("meta", Is("charset", "utf-8")), Tag("title", Word("title")),
            Tag("meta", Is("name", "viewport"), Is("content", "width=device-width, initial-scale=1")),
            Tag("meta", Is("name", "color-scheme"), Is("content", "light dark")),
            Tag("link", Is("rel", "stylesheet"), Is("href", files + "/guide.css")),
            Tag("link", Is("rel", "icon"), Is("href", files + "/pictures/icon.svg"))),
        Tag(
            "body",
            Tag("header", Tag("h1", Word("title")), Tag("a", Class("call"), Is("href", region.Dial is { } dial ? "tel:" + dial : "#numbers"), Word("number"))),
            Tag("main", Numbers(), Tag("ol", library.Guide.Select(part => Part(part, files)))),
            Tag("footer", Tag("p", Word("where")), Tag("p", Filled(library.Words["page.draft"]))))));

    // Where nobody knows the number, all of them are there: to be tapped, and to be read on paper.
    private XElement? Numbers() => region.Dial is not null ? null : Tag(
        "ul", Is("id", "numbers"), Is("aria-label", Word("number")), library.Regions.Values.Where(r => r.Dial is not null).OrderBy(r => r.Spot.Line)
            .Select(r => Tag("li", Tag("a", Is("href", "tel:" + r.Dial), $"{r.Emergency} {r.Name}"))));

    private XElement Part(GuidePart part, string files) => Tag(
        "li", Is("id", part.Name), Picture(part, files), Tag("h2", Filled(library.Words[part.Heading])), Texts(part).Select(t => Tag("p", t)));

    // The picture that the page shows at the same step.
    private XElement? Picture(GuidePart part, string files) => part.Say.Concat(part.How)
        .Select(p => library.Words.GetValueOrDefault($"page.picture.{p}")).FirstOrDefault(p => p is not null) is { } picture
        ? Tag("img", Is("src", $"{files}/pictures/{picture}.svg"), Is("alt", library.Words.GetValueOrDefault($"page.shows.{picture}", "")), Is("width", "120"), Is("height", "90"))
        : null;

    private IEnumerable<string> Texts(GuidePart part) => part.Say.SelectMany(p => Said(library.Find(p)!.Wording.Say))
        .Concat(library.Words.TryGetValue(part.Heading + Answer, out var answer) ? [answer] : [])
        .Concat(part.How.Select(p => library.Find(p)!.How ?? ""))
        .Select(OnPaper).Where(t => t.Length > 0 && !Hole().IsMatch(t));

    // A sheet of paper cannot hear an answer: the question at the end of a step is left out, and the next heading says what it asks.
    private static IEnumerable<string> Said(ImmutableArray<string> say) => say.Select((text, at) =>
        at == say.Length - 1 && text.EndsWith('?') ? string.Join(' ', SentenceEnd().Split(text)[..^1]) : text);

    private string Word(string name) => Filled(library.Words[Mine + name]);

    private string Filled(string text) => Holes.Fill(text, library, region);

    // It cannot ask where they are either: it has the number, or all of them.
    private string OnPaper(string text) => Filled(Pieces.Fill(text, library, fact =>
        (region.Dial is not null || !fact.StartsWith(Facts.Region, StringComparison.Ordinal)) && Facts.AboutPlace(fact, library, region) == true));

    [GeneratedRegex(@"(?<=[.?!])\s+")]
    private static partial Regex SentenceEnd();

    // What only a chat knows, such as the times of the doses.
    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Hole();
}
