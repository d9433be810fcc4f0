using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Printing.Flow;

/// <summary>The picture of a dialog, in SVG, one a page.</summary>
internal static class FlowPicture
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    // Dark enough on white paper; which arrow is which is also written in the rows.
    private static readonly string[] _inks = ["#1f4e8c", "#a03b00", "#1d6b3a", "#7a1f6e", "#6b5a00", "#0b6b73", "#8c1f2f", "#444444"];

    private static readonly Dictionary<StepKind, string> _kinds = new()
    {
        [StepKind.Triage] = "#d9e8fb",
        [StepKind.Emergency] = "#fbdcd8",
        [StepKind.Prepare] = "#dcf2df",
        [StepKind.Drill] = "#fdf0c8",
        [StepKind.After] = "#e8e0f5",
        [StepKind.Support] = "#d8f1f1",
    };

    /// <summary>The figures, in order.</summary>
    public static IEnumerable<XElement> Of(ImmutableArray<FlowBox> boxes)
    {
        var pages = FlowPages.Of(FlowLayers.Bands(boxes));
        var kinds = boxes.Select(b => b.Step.Kind).Distinct().Order().ToList();
        return pages.Select((page, at) => Html.Tag(
            "figure", Html.Class("flow"), Svg(page),
            Html.Tag("figcaption", Caption(boxes, at, pages.Count), kinds.Select(k => Html.Tag("span", Html.Class("kind " + StepSheet.Kind(k)), StepSheet.Kind(k))))));
    }

    private static string Caption(ImmutableArray<FlowBox> boxes, int at, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{boxes[0].Step.Place.Dialog}, picture {at + 1} of {count}");

    private static XElement Svg(FlowPage page)
    {
        var routes = FlowRoutes.Of(page);
        var lanes = routes.GroupBy(r => r.Gutter).ToDictionary(g => g.Key, g => g.Max(r => r.Lane) + 1);
        return new XElement(
            _svg + "svg", new XAttribute("viewBox", $"0 0 {N(FlowSize.Width)} {N(page.Height)}"), new XAttribute("role", "img"),
            routes.Select(r => Arrow(r, lanes[r.Gutter])), page.Boxes.Select(Box));
    }

    private static XElement Arrow(FlowRoute route, int lanes)
    {
        var gutter = route.Gutter * (FlowSize.Box + FlowSize.Gutter);
        var lane = gutter + FlowSize.Gutter * (route.Lane + 1) / (lanes + 1);
        var into = route.To.X + FlowSize.Box / 2;
        var ink = _inks[route.To.Box.Step.Index % _inks.Length];
        var ends = route.From.Select(f => f.Y).Append(route.Track).ToList();
        var starts = route.From.Select(f => $"M{N(f.Box.X > lane ? f.Box.X : f.Box.X + FlowSize.Box)} {N(f.Y)}H{N(lane)}");
        var way = $"M{N(lane)} {N(ends.Min())}V{N(ends.Max())}M{N(lane)} {N(route.Track)}H{N(into)}V{N(route.To.Y - 5)}";
        return Shape(
            "g", ("fill", "none"), ("stroke", ink), ("stroke-width", "1.3"))
            .With(Shape("path", ("d", string.Concat(starts) + way)))
            .With(Shape("path", ("d", $"M{N(into - 4)} {N(route.To.Y - 7)}L{N(into)} {N(route.To.Y)}L{N(into + 4)} {N(route.To.Y - 7)}Z"), ("fill", ink), ("stroke", "none")))
            .With([.. route.From.Select(f => Shape("circle", ("cx", N(f.Box.X > lane ? f.Box.X : f.Box.X + FlowSize.Box)), ("cy", N(f.Y)), ("r", "2.2"), ("fill", ink), ("stroke", "none")))]);
    }

    private static XElement Box(PlacedBox placed)
    {
        var box = placed.Box;
        var group = Shape("g")
            .With(Shape("rect", ("x", N(placed.X)), ("y", N(placed.Y)), ("width", N(FlowSize.Box)), ("height", N(placed.Height)), ("rx", "5"), ("fill", "#ffffff"), ("stroke", "#333333")))
            .With(Shape("rect", ("x", N(placed.X)), ("y", N(placed.Y)), ("width", N(FlowSize.Box)), ("height", N(FlowSize.Title)), ("rx", "5"), ("fill", _kinds[box.Step.Kind]), ("stroke", "#333333")))
            .With(Text(placed.X + 7, placed.Y + 14, "flow-title", string.Create(CultureInfo.InvariantCulture, $"{box.Step.Index + 1} {box.Step.Place.Step}")));
        var y = placed.Y + FlowSize.Title + FlowSize.Line - 2;
        foreach (var line in box.Entries.SelectMany(FlowText.Lines))
        {
            group.Add(Text(placed.X + 7, y, "flow-entry", line));
            y += FlowSize.Line;
        }

        foreach (var row in box.Rows)
        {
            y = placed.RowY(row) + FlowSize.Line / 2 - 2;
            foreach (var (line, at) in FlowText.Lines(row).Select((l, i) => (l, i)))
            {
                group.Add(Text(placed.X + (at == 0 ? 7 : 14), y, row.To is null ? "flow-stay" : "flow-row", line));
                y += FlowSize.Line;
            }
        }

        return group;
    }

    private static XElement Text(double x, double y, string kind, string text)
    {
        var element = Shape("text", ("x", N(x)), ("y", N(y)), ("class", kind));
        element.Add(text);
        return element;
    }

    private static XElement Shape(string name, params (string Name, string Value)[] attributes) =>
        new(_svg + name, attributes.Select(a => new XAttribute(a.Name, a.Value)));

    private static XElement With(this XElement group, params XElement[] more)
    {
        group.Add(more);
        return group;
    }

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
