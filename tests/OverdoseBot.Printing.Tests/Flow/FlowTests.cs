using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OverdoseBot.Printing.Flow;
using OverdoseBot.Scripts;

namespace OverdoseBot.Printing.Tests.Flow;

/// <summary>The picture shows every step and every answer, and no line of it runs through a box.</summary>
public sealed partial class FlowTests
{
    public static TheoryData<string> Dialogs => [.. Shipped.Library.Scripts.Keys.Order(), Wide];

    private const string Wide = "(a kit with 30 products)";

    [Theory]
    [MemberData(nameof(Dialogs))]
    public void Every_step_is_one_box(string dialog)
    {
        var boxes = Boxes(dialog);
        var titles = FlowPicture.Of(boxes).SelectMany(f => f.OfClass("flow-title")).Select(t => t.Value);
        titles.ShouldBe(boxes.Select(b => $"{b.Step.Index + 1} {b.Step.Place.Step}"), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Dialogs))]
    public void Boxes_lie_apart_and_on_the_page(string dialog)
    {
        foreach (var page in FlowPages.Of(FlowLayers.Bands(Boxes(dialog))))
        {
            foreach (var box in page.Boxes)
            {
                box.X.ShouldBeGreaterThan(0);
                (box.X + FlowSize.Box).ShouldBeLessThan(FlowSize.Width);
                (box.Y + box.Height).ShouldBeLessThan(page.Height);
                page.Boxes.Where(b => b != box && b.Column == box.Column && b.Y < box.Y + box.Height && box.Y < b.Y + b.Height).ShouldBeEmpty();
            }

            (page.Height <= FlowSize.LongestPage + FlowSize.NoTitle + FlowSize.Channel || page.BandTops.Count == 1).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Dialogs))]
    public void Every_answer_to_a_box_on_the_page_has_an_arrow_to_it(string dialog)
    {
        foreach (var page in FlowPages.Of(FlowLayers.Bands(Boxes(dialog))))
        {
            var here = page.Boxes.Select(b => b.Box.Step.Index).ToHashSet();
            var wanted = page.Boxes.SelectMany(b => b.Box.Rows.Where(r => r.To is { } to && here.Contains(to)).Select(r => (From: b.Box.Step.Index, To: r.To!.Value)));
            var drawn = FlowRoutes.Of(page).SelectMany(r => r.From.Select(f => (From: f.Box.Box.Step.Index, To: r.To.Box.Step.Index)));
            drawn.ShouldBe(wanted, ignoreOrder: true);
        }
    }

    [Theory]
    [MemberData(nameof(Dialogs))]
    public void No_line_runs_through_a_box(string dialog)
    {
        foreach (var svg in FlowPicture.Of(Boxes(dialog)))
        {
            var boxes = svg.Descendants().Where(e => e.Name.LocalName == "rect").Select(Rectangle).ToList();
            var lines = svg.Descendants().Where(e => e.Name.LocalName == "path" && !e.Attribute("d")!.Value.EndsWith('Z')).SelectMany(Lines).ToList();
            (from line in lines from box in boxes where Crosses(line, box) select $"{line} {box}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_response_leads_from_breathing_to_breaths_and_to_pushing()
    {
        var breathing = Boxes("respond").Single(b => b.Step.Place.Step == "breathing");
        breathing.Rows.Single(r => r.Words.Contains("slow")).Leads.ShouldEndWith(" breaths");
        breathing.Rows.Single(r => r.Words.Contains("none")).Words.ShouldBeSubsetOf(["none", "unclear", "silence"]);
        breathing.Entries.ShouldHaveSingleItem().ShouldStartWith("from any step: worse");
    }

    [Fact]
    public void A_big_dialog_takes_more_pages_and_keeps_its_order()
    {
        var pages = FlowPages.Of(FlowLayers.Bands(Boxes(Wide)));
        pages.Count.ShouldBeGreaterThan(1);
        pages[0].Boxes.ShouldContain(b => b.Box.Step.Index == 0);
        pages[^1].Boxes.ShouldContain(b => b.Box.Step.Index == 31);
    }

    private static ImmutableArray<FlowBox> Boxes(string dialog) => dialog == Wide ? WideOne() : FlowGraph.Of(Shipped.Library, Shipped.Library.Scripts[dialog]);

    // One question that leads to each of thirty products, all of which lead to one step and back.
    private static ImmutableArray<FlowBox> WideOne()
    {
        var step = Shipped.Steps.First();
        FlowBox Box(int index, params int[] to) => new(
            step with { Index = index, Place = new Place("kit", $"step-{index}") }, [], [.. to.Select(t => new FlowRow([$"answer-{t}"], $"{t + 1} step-{t}", t))]);
        return [Box(0, [.. Enumerable.Range(1, 30)]), .. Enumerable.Range(1, 30).Select(n => Box(n, 0, 31)), Box(31, 0)];
    }

    private static bool Crosses((double X1, double Y1, double X2, double Y2) line, (double X, double Y, double Right, double Bottom) box) =>
        Math.Max(line.X1, line.X2) > box.X + 0.2 && Math.Min(line.X1, line.X2) < box.Right - 0.2
        && Math.Max(line.Y1, line.Y2) > box.Y + 0.2 && Math.Min(line.Y1, line.Y2) < box.Bottom - 0.2;

    private static (double X, double Y, double Right, double Bottom) Rectangle(XElement rect)
    {
        double Of(string name) => double.Parse(rect.Attribute(name)!.Value, CultureInfo.InvariantCulture);
        return (Of("x"), Of("y"), Of("x") + Of("width"), Of("y") + Of("height"));
    }

    private static List<(double X1, double Y1, double X2, double Y2)> Lines(XElement path)
    {
        var (x, y, lines) = (0.0, 0.0, new List<(double, double, double, double)>());
        foreach (Match part in Part().Matches(path.Attribute("d")!.Value))
        {
            var to = part.Groups[2].Value.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            var (nextX, nextY) = part.Groups[1].Value switch { "H" => (to[0], y), "V" => (x, to[0]), _ => (to[0], to[1]) };
            if (part.Groups[1].Value != "M")
            {
                lines.Add((x, y, nextX, nextY));
            }

            (x, y) = (nextX, nextY);
        }

        return lines;
    }

    [GeneratedRegex("([MHV])([0-9. -]+)")]
    private static partial Regex Part();
}
