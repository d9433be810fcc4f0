using System.Xml.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Printing;

/// <summary>Regions, lines, products, sources and hazards.</summary>
internal sealed class CatalogChapters(BookInput book)
{
    public IEnumerable<(string Id, string Title, XElement Chapter)> All()
    {
        var library = book.Library;
        yield return Cards("regions", "Regions", library.Regions.Values.OrderBy(r => r.Spot.Line).Select(r => (r.Id, (object)r)));
        yield return Cards("lines", "Human lines", library.Lines.Select(l => (l.Id, (object)l)));
        yield return Cards("products", "Products", library.Products.Values.OrderBy(p => p.Spot.Line).Select(p => (p.Id, (object)p)));
        yield return Table("sources", "Sources", ["Key", "Organisation, document, year"], library.Sources.Values.OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => Html.Row(Html.Tag("b", s.Key), s.Title)));
        yield return Table("hazards", "Hazard log", ["Hazard", "Cause", "Harm", "Proof of control"], library.Hazards.Values.OrderBy(h => h.Id, StringComparer.Ordinal).Select(Row));
    }

    // Every field there is: one that is added to the file is reviewed without a change here.
    private static (string, string, XElement) Cards(string id, string title, IEnumerable<(string Id, object Record)> records) => (id, title, Chapter(
        id, title, records.Select(r => Html.Tag(
            "section", Html.Class("card"), Html.Tag("h3", r.Id),
            Html.Tag("table", Html.Class("facts"), Html.Tag("tbody", Fields.Of(r.Record).Select(f => Html.Row(Html.Tag("th", Html.Is("scope", "row"), f.Name), f.Text)))),
            SignBox.Small()))));

    private static (string, string, XElement) Table(string id, string title, string[] heads, IEnumerable<XElement> rows) =>
        (id, title, Chapter(id, title, Html.Table(id, heads, rows), SignBox.Small()));

    private static XElement Row(Hazard hazard)
    {
        // What the log says beyond the columns stands under the title.
        string[] columns = [nameof(Hazard.Id), nameof(Hazard.Title), nameof(Hazard.Cause), nameof(Hazard.Harm), nameof(Hazard.Proof)];
        var more = Fields.Of(hazard).Where(f => !columns.Contains(f.Name)).Select(f => Html.Tag("p", $"{f.Name}: {f.Text}"));
        var row = Html.Row(Html.Tag("td", Html.Tag("b", hazard.Id), $" {hazard.Title}", more), hazard.Cause, hazard.Harm, string.Join(", ", hazard.Proof));
        row.Add(Html.Is("id", hazard.Id));
        return row;
    }

    private static XElement Chapter(string id, string title, params object[] content) =>
        Html.Tag("section", Html.Class("chapter"), Html.Is("id", id), Html.Tag("h2", title), content);
}
