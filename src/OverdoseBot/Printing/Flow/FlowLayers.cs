using System.Collections.Immutable;

namespace OverdoseBot.Printing.Flow;

/// <summary>Puts boxes into bands from top to bottom and columns from left to right.</summary>
internal static class FlowLayers
{
    /// <summary>Boxes side by side.</summary>
    public const int Columns = 3;

    /// <summary>
    /// The bands, each with its boxes by column. The order of the page is the order of the room, so an answer that leads to an earlier
    /// step leads back; a box stands one layer below the lowest box that leads forward to it.
    /// </summary>
    public static List<FlowBox?[]> Bands(ImmutableArray<FlowBox> boxes)
    {
        var layers = Layers(boxes);
        var (bands, columns) = (new List<FlowBox?[]>(), new int[boxes.Length]);
        foreach (var layer in boxes.GroupBy(b => layers[b.Step.Index]).OrderBy(g => g.Key))
        {
            foreach (var band in layer.Chunk(Columns))
            {
                bands.Add(Placed(band, boxes, columns));
            }
        }

        return bands;
    }

    private static int[] Layers(ImmutableArray<FlowBox> boxes)
    {
        var layers = new int[boxes.Length];
        foreach (var box in boxes.Skip(1))
        {
            var at = box.Step.Index;
            var above = boxes.Take(at).Where(b => b.Rows.Any(r => r.To == at)).Select(b => layers[b.Step.Index] + 1).ToList();

            // Where only a clock or a fact leads, a box stands beside the one before it on the page.
            layers[at] = above.Count > 0 ? above.Max() : layers[at - 1];
        }

        return layers;
    }

    // Each box as near as it can be to the boxes that lead to it: fewer arrows cross.
    private static FlowBox?[] Placed(FlowBox[] band, ImmutableArray<FlowBox> boxes, int[] columns)
    {
        double Wish(FlowBox box)
        {
            var from = boxes.Where(b => b.Step.Index < box.Step.Index && b.Rows.Any(r => r.To == box.Step.Index)).ToList();
            return from.Count == 0 ? (Columns - 1) / 2.0 : from.Average(b => columns[b.Step.Index]);
        }

        var slots = band.Length == Columns ? new[] { 0, 1, 2 } : band.Length == 2 ? [0, 2] : [1];
        var placed = new FlowBox?[Columns];
        foreach (var (box, slot) in band.OrderBy(Wish).ThenBy(b => b.Step.Index).Zip(slots))
        {
            (placed[slot], columns[box.Step.Index]) = (box, slot);
        }

        return placed;
    }
}
