using System.Xml.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Printing;

/// <summary>Regions, lines, products, sources and hazards.</summary>
internal sealed class CatalogChapters(BookInput book)
{
    public IEnumerable<(string Id, string Title, XElement Chapter)> All()
    {
        var library = book.Library;
        yield return Cards("regions", "Regions", library.Regions.Values.OrderBy(r => r.Spot.Line).Select(r => (r.Id, Each(b => b.Regions[r.Id]))));
        yield return Cards("lines", "Human lines", library.Lines.Select(l => (l.Id, Each(b => b.Lines.First(x => x.Id == l.Id)))));
        yield return Cards("products", "Products", library.Products.Values.OrderBy(p => p.Spot.Line).Select(p => (p.Id, Each(b => b.Products[p.Id]))));
        yield return Table("sources", "Sources", ["Key", "Organisation, document, year"], library.Sources.Values.OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => Html.Row(Html.Tag("b", s.Key), s.Title)));
        yield return Table("hazards", "Hazard log", ["Hazard", "Cause and harm", "Controls and their proof", "Risk"], library.Hazards.Values.OrderBy(h => h.Id, StringComparer.Ordinal).Select(Row));
    }

    // Every field there is: one that is added to the file is reviewed without a change here.
    private static (string, string, XElement) Cards(string id, string title, IEnumerable<(string Id, List<(Library Library, object Record)> Records)> all) => (id, title, Chapter(
        id, title, all.Select(r => Html.Tag(
            "section", Html.Class("card"), Html.Tag("h3", r.Id),
            Html.Tag("table", Html.Class("facts"), Html.Tag("tbody", Rows(r.Records))),
            SignBox.Small()))));

    private List<(Library Library, object Record)> Each(Func<Library, object> record) => [.. book.Also.Prepend(book).Select(b => (b.Library, record(b.Library)))];

    // A further language only where it says something else.
    private static IEnumerable<XElement> Rows(List<(Library Library, object Record)> records) =>
        from field in Fields.Of(records[0].Record)
        from said in records.Select(r => (r.Library.Language, Fields.Of(r.Record).Single(f => f.Name == field.Name).Text)).DistinctBy(r => r.Text)
        select Html.Row(
            Html.Tag("th", Html.Is("scope", "row"), said.Language == records[0].Library.Language ? field.Name : $"{field.Name} ({said.Language})"),
            Html.Tag("td", Html.Is("lang", said.Language), said.Text));

    private static (string, string, XElement) Table(string id, string title, string[] heads, IEnumerable<XElement> rows) =>
        (id, title, Chapter(id, title, Html.Table(id, heads, rows), SignBox.Small()));

    private static XElement Row(Hazard hazard)
    {
        var row = Html.Row(
            Html.Tag("td", Html.Tag("b", hazard.Id), $" {hazard.Title}"),
            Html.Tag("td", Html.Tag("p", hazard.Cause), Html.Tag("p", hazard.Harm)),
            Html.Tag("td", hazard.Controls.Select(c => Html.Tag("p", $"{c.Text}: ", Html.Tag("small", c.Proof.IsEmpty ? $"no proof yet. {c.Why}" : string.Join(", ", c.Proof))))),
            Html.Tag("td", Html.Tag("p", Html.Tag("b", hazard.Severity)), Html.Tag("p", $"{hazard.Before} before the controls, {hazard.After} with them"), Html.Tag("p", $"Left: {hazard.Residual}")));
        row.Add(Html.Is("id", hazard.Id));
        return row;
    }

    private static XElement Chapter(string id, string title, params object[] content) =>
        Html.Tag("section", Html.Class("chapter"), Html.Is("id", id), Html.Tag("h2", title), content);
}
