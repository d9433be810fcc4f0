namespace OverdoseBot.Printing.Flow;

/// <summary>An arrow: from rows of boxes down or up a gutter, along the channel above its box, into the box from above.</summary>
/// <param name="To">The box.</param>
/// <param name="Gutter">0 is left of the first column.</param>
/// <param name="Lane">Its lane in the gutter, from 0.</param>
/// <param name="Track">Y of its way along the channel.</param>
/// <param name="From">The rows it begins at.</param>
internal sealed record FlowRoute(PlacedBox To, int Gutter, int Lane, double Track, IReadOnlyList<(PlacedBox Box, double Y)> From);

/// <summary>Finds a way for each arrow that crosses no box. All arrows in one gutter to one box share their way.</summary>
internal static class FlowRoutes
{
    public static List<FlowRoute> Of(FlowPage page)
    {
        var byStep = page.Boxes.ToDictionary(b => b.Box.Step.Index);
        var starts =
            from box in page.Boxes
            from row in box.Box.Rows
            where row.To is { } to && byStep.ContainsKey(to)
            let target = byStep[row.To!.Value]
            select (Target: target, Gutter: Gutter(box, target), From: (box, box.RowY(row)));
        var ways = starts.GroupBy(s => (s.Target, s.Gutter)).Select(g => (g.Key.Target, g.Key.Gutter, From: g.Select(s => s.From).ToList())).ToList();
        var routes = new List<FlowRoute>();
        foreach (var gutter in ways.GroupBy(w => w.Gutter))
        {
            var lanes = new List<List<(double Top, double Bottom)>>();
            foreach (var way in gutter.OrderBy(w => Span(page, w.Target, w.From).Bottom - Span(page, w.Target, w.From).Top))
            {
                var span = Span(page, way.Target, way.From);
                var lane = lanes.FindIndex(l => l.All(s => s.Bottom + 4 < span.Top || span.Bottom + 4 < s.Top));
                if (lane < 0)
                {
                    lanes.Add([]);
                    lane = lanes.Count - 1;
                }

                lanes[lane].Add(span);
                routes.Add(new FlowRoute(way.Target, way.Gutter, lane, Track(page, way.Target), way.From));
            }
        }

        return routes;
    }

    /// <summary>Towards the box; straight down, on the right; straight up, on the left.</summary>
    private static int Gutter(PlacedBox from, PlacedBox to) =>
        to.Column > from.Column || (to.Column == from.Column && to.Band > from.Band) ? from.Column + 1 : from.Column;

    // Each column has its own track, so that no two ways lie on each other.
    private static double Track(FlowPage page, PlacedBox to) => page.BandTops[to.Band] + 8 + to.Column * 6;

    private static (double Top, double Bottom) Span(FlowPage page, PlacedBox to, IEnumerable<(PlacedBox Box, double Y)> from)
    {
        var ys = from.Select(f => f.Y).Append(Track(page, to)).ToList();
        return (ys.Min(), ys.Max());
    }
}
