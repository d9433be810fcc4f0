namespace OverdoseBot.Printing.Flow;

/// <summary>A box with its place on the page; lengths are CSS pixels.</summary>
internal sealed record PlacedBox(FlowBox Box, int Column, int Band, double X, double Y, double Height)
{
    /// <summary>The middle of a row, where its arrow begins.</summary>
    public double RowY(FlowRow row) =>
        Y + FlowSize.Head(Box) + Box.Rows.TakeWhile(r => !ReferenceEquals(r, row)).Sum(FlowSize.Row) + FlowSize.Line / 2;
}

/// <summary>One printed page of a picture.</summary>
/// <param name="Boxes">Its boxes.</param>
/// <param name="BandTops">Where each band begins.</param>
/// <param name="Height">Its height.</param>
internal sealed record FlowPage(IReadOnlyList<PlacedBox> Boxes, IReadOnlyList<double> BandTops, double Height);

/// <summary>Sizes in CSS pixels; the picture is printed at 94 % of them on A4.</summary>
internal static class FlowSize
{
    public const double Width = 718;
    public const double Box = 194;
    public const double Line = 12;
    public const double Title = 20;
    public const double Channel = 34;

    /// <summary>What Letter holds under a chapter's title; A4 holds more.</summary>
    public const double LongestPage = 850;

    /// <summary>What a page without that title holds more.</summary>
    public const double NoTitle = 60;

    /// <summary>Free room left of the first column, between columns, and right of the last.</summary>
    public const double Gutter = (Width - FlowLayers.Columns * Box) / (FlowLayers.Columns + 1);

    public static double X(int column) => Gutter + column * (Box + Gutter);

    public static double Row(FlowRow row) => FlowText.Lines(row).Count * Line + 3;

    public static double Head(FlowBox box) => Title + box.Entries.Sum(e => FlowText.Lines(e).Count * Line) + 4;

    public static double Height(FlowBox box) => Head(box) + box.Rows.Sum(Row) + 2;
}

/// <summary>Bands to pages: a band is never torn; arrows between pages are the numbers in the rows.</summary>
internal static class FlowPages
{
    private const double Finer = 20;

    /// <summary>As few pages as can be, and those as even as can be.</summary>
    public static List<FlowPage> Of(IReadOnlyList<FlowBox?[]> bands)
    {
        var best = Filled(bands, FlowSize.LongestPage).ToList();
        for (var longest = FlowSize.LongestPage - Finer; longest > 0 && Filled(bands, longest).ToList() is var pages && pages.Count == best.Count; longest -= Finer)
        {
            best = pages;
        }

        return best;
    }

    private static IEnumerable<FlowPage> Filled(IEnumerable<FlowBox?[]> bands, double longest)
    {
        var (boxes, tops, y, room) = (new List<PlacedBox>(), new List<double>(), 0.0, longest);
        foreach (var band in bands)
        {
            var tall = band.Max(b => b is null ? 0 : FlowSize.Height(b));
            if (tops.Count > 0 && y + FlowSize.Channel + tall > room)
            {
                yield return new FlowPage(boxes, tops, y + FlowSize.Channel / 2);
                (boxes, tops, y) = ([], [], 0);
                room = longest + FlowSize.NoTitle;
            }

            tops.Add(y);
            y += FlowSize.Channel;
            boxes.AddRange(band.Select((box, column) => (box, column)).Where(b => b.box is not null)
                .Select(b => new PlacedBox(b.box!, b.column, tops.Count - 1, FlowSize.X(b.column), y, FlowSize.Height(b.box!))));
            y += tall;
        }

        yield return new FlowPage(boxes, tops, y + FlowSize.Channel / 2);
    }
}
