using System.Globalization;
using System.Xml.Linq;
using static OverdoseBot.Printing.Html;

namespace OverdoseBot.Printing;

/// <summary>The review book: one HTML file that needs no network and no script, for a clinician to read and to sign.</summary>
internal static class Book
{
    /// <summary>The whole file.</summary>
    public static string Write(BookInput book)
    {
        var (moves, hazards) = (new MoveWords(book), new StepHazards(book.Library));
        var dialogs = new DialogChapter(book, moves, hazards);
        var shared = new SharedChapter(book);
        var catalogs = new CatalogChapters(book).All().ToList();
        XElement[] chapters =
        [
            .. book.Dialogs.Select((d, i) => dialogs.Of(d, i + 1)), new AsideChapter(book, moves).All(), shared.CallLine(), shared.Handover(),
            .. catalogs.Select(c => c.Chapter),
        ];
        return Document(Tag(
            "html", Is("lang", book.Library.Language),
            Tag(
                "head", Tag("meta", Is("charset", "utf-8")), Tag("title", Title(book)),
                Tag("meta", Is("name", "viewport"), Is("content", "width=device-width, initial-scale=1")), Tag("style", BookStyle.Css)),
            Tag("body", TitlePage(book, hazards), Contents(chapters), chapters)));
    }

    private static XElement TitlePage(BookInput book, StepHazards hazards)
    {
        var reviews = book.Also.Prepend(book).SelectMany(b => b.Dialogs).Select(d => d.ReviewStatus).Distinct().Order(StringComparer.Ordinal);
        (string What, string Text)[] facts =
        [
            ("Status", string.Join(", ", reviews)),
            ("Date", book.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("Languages", string.Join(", ", book.Also.Prepend(book).Select(b => b.Language))),
            ("Region of the texts", $"{book.Region.Name} ({book.Region.Emergency})"),
            ("Fingerprint", book.Fingerprint),
            ("Holds", string.Create(
                CultureInfo.InvariantCulture,
                $"{book.Dialogs.Count} dialogs, {book.Dialogs.Sum(d => d.Steps.Length)} steps, {book.Library.Asides.Count} asides, {book.Library.Sources.Count} sources, {book.Library.Hazards.Count} hazards")),
        ];
        return Tag(
            "section", Class("title"), Tag("h1", Title(book)), Tag("p", Class("draft"), book.Filled.Text(book.Library.Words["page.draft"])),
            Tag("table", Class("facts"), Tag("tbody", facts.Select(f => Row(Tag("th", Is("scope", "row"), f.What), f.Text)))),
            Tag("p", book.Library.Words["print.how-to"]), SignBox.Whole(),
            Tag("h2", book.Library.Words["print.hazards"]), Tag("ul", hazards.OfAll().Select(h => Tag("li", Tag("a", Is("href", "#" + h.Id), h.Id), $" {h.Title}"))));
    }

    private static XElement Contents(IEnumerable<XElement> chapters) => Tag(
        "nav", Class("contents"), Tag("h2", "Contents"), Tag("ol", chapters.Select(c => Tag("li", Link(c, "h2"), Tag("p", Steps(c))))));

    private static IEnumerable<object> Steps(XElement chapter) =>
        chapter.Elements("section").Where(s => s.Attribute("id") is not null).SelectMany(s => new object[] { Link(s, "h3"), " " });

    // Only the heading's own text: the small print beside it stays there.
    private static XElement Link(XElement section, string heading) => Tag(
        "a", Is("href", "#" + section.Attribute("id")!.Value), section.Element(heading)!.Nodes().OfType<XText>().First().Value);

    private static string Title(BookInput book) => book.Library.Words["print.title"];
}
