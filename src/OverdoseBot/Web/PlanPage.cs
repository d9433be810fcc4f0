using System.Xml.Linq;
using OverdoseBot.Scripts;
using static OverdoseBot.Printing.Html;

namespace OverdoseBot.Web;

/// <summary>
/// The household plan: the questions of the dialog "plan", asked and kept by the person's own browser, and the sheet they fill. Without a script it is the
/// blank sheet, to be printed and filled in by pen. Nothing is sent here.
/// </summary>
internal sealed class PlanPage(Library library, Region region, string language)
{
    private const string Mine = "plan.";

    // Nine answers of this length still fit on one sheet.
    private const string MostLetters = "300";

    private IEnumerable<Step> Questions => library.Scripts["plan"].Steps.Where(s => s.Answers.Any(a => a.Word == Facts.Written));

    /// <summary>The HTML.</summary>
    /// <param name="files">Address of the page's files.</param>
    public string Html(string files) => Document(Tag(
        "html", Is("lang", language),
        Tag(
            "head", Tag("meta", Is("charset", "utf-8")), Tag("title", Word("title")),
            Tag("meta", Is("name", "viewport"), Is("content", "width=device-width, initial-scale=1, interactive-widget=resizes-content")),
            Tag("meta", Is("name", "color-scheme"), Is("content", "light dark")),
            Tag("link", Is("rel", "stylesheet"), Is("href", files + "/plan.css")),
            Tag("link", Is("rel", "icon"), Is("href", files + "/pictures/icon.svg")),
            Tag("script", Is("type", "module"), Is("src", files + "/plan.js"))),
        Tag(
            "body",
            Tag(
                "header", Tag("h1", Is("id", "title"), Is("tabindex", "-1"), Word("title")),
                Tag("a", Class("call"), Is("href", region.Dial is { } dial ? "tel:" + dial : $"/guide{Query}#numbers"), Filled(library.Words["guide.number"]))),
            Tag("main", Tag("p", Is("id", "kept"), Word("kept")), Tag("p", Is("id", "pen"), Word("pen")), Gone(), Form(), Sheet(), Tools()),
            Tag(
                "footer", Tag("p", Filled(library.Words["page.draft"])), Tag("p", Class("where"), Filled(library.Words["guide.where"])),
                Tag("p", Class("ways"), Tag("a", Is("href", "/" + Query), Word("chat")), " ", Tag("a", Is("href", "/guide" + Query), Filled(library.Words["page.guide"])))))));

    private string Query => $"?region={region.Id}&language={language}";

    private XElement Gone() => Tag("p", Is("id", "gone"), Is("role", "status"), Is("tabindex", "-1"), Is("hidden", ""), Word("deleted"));

    private XElement Form() => Tag(
        "form", Is("id", "ask"), Is("hidden", ""),
        Tag("p", Is("id", "at"), Is("data-text", Word("at")), Is("aria-live", "polite"), ""),
        Tag("progress", Is("id", "progress"), Is("max", $"{Questions.Count()}"), Is("value", "0"), Is("aria-labelledby", "at")),
        Questions.Select(Question),
        Tag(
            "div", Class("buttons"),
            Button("next", "submit", Is("data-next", Word("next")), Is("data-finish", Word("finish"))), Button("skip"), Button("back")));

    private XElement Question(Step step) => Tag(
        "div", Class("q"), Is("hidden", ""),
        Tag("label", Is("for", "a-" + step.Place.Step), Filled(step.Wording.Say[0])),
        Tag("p", Is("id", "h-" + step.Place.Step), Filled(step.How ?? "")),
        Tag(
            "textarea", Is("id", "a-" + step.Place.Step), Is("name", step.Place.Step), Is("rows", "4"), Is("maxlength", MostLetters), Is("dir", "auto"),
            Is("autocomplete", "off"), Is("aria-describedby", "h-" + step.Place.Step)));

    private XElement Sheet() => Tag(
        "section", Is("id", "sheet"), Is("aria-labelledby", "title"),
        Tag("dl", Questions.Select(q => Tag(
            "div", Tag("dt", Word("item." + q.Place.Step)), Tag("dd", Is("id", "is-" + q.Place.Step), Class("blank"), Is("dir", "auto"))))),
        Tag(
            "div", Is("id", "know"),
            Tag("section", Tag("h2", Word("signs")), Tag("p", Word("signs-are")), Tag("h2", Word("steps")), Tag("ol", Steps().Select(s => Tag("li", s)))),
            Tag("figure", Tag("img", Is("src", "/plan/qr.svg" + Query), Is("alt", Word("qr")), Is("width", "140"), Is("height", "140")), Tag("figcaption", Word("scan")))));

    private XElement Tools() => Tag(
        "div", Is("id", "tools"), Class("buttons"), Is("hidden", ""),
        Button("print"), Button("change"), Button("delete", "button", Is("data-sure", Word("delete-sure"))));

    private XElement Button(string name, string type = "button", params XAttribute[] more) => Tag("button", Is("id", name), Is("type", type), more, Word(name));

    // The first steps as the chat page has them for when no chat can be.
    private IEnumerable<string> Steps() => Enumerable.Range(1, 9).Select(n => library.Words.GetValueOrDefault($"page.step-{n}")).OfType<string>().Select(Filled);

    private string Word(string name) => Filled(library.Words[Mine + name]);

    private string Filled(string text) => Holes.Fill(text, library, region);
}
