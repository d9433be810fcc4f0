using System.Collections.Frozen;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Regions (<c>regions.yaml</c>).</summary>
internal static class RegionReader
{
    public static FrozenDictionary<string, Region> Regions(Node? root, FaultList faults) =>
        faults.Named(root, "a region", (pair, fields) => Region(pair, fields, faults)).ToFrozenDictionary(StringComparer.Ordinal);

    private static Region Region(Pair pair, Fields fields, FaultList faults)
    {
        var emergency = faults.Text(fields.Need("emergency"));
        var (first, firstSms) = First(fields.Get("first"), emergency, faults);
        var dial = fields.Get("dial");
        return new Region(
            faults.Word(pair.Key), faults.Text(fields.Need("name")), emergency, faults.Text(fields.Need("law")),
            faults.Texts(fields.Need("sources")), pair.Key.Spot)
        {
            Dial = dial is null ? emergency : faults.TextOrNull(dial),
            First = first,
            FirstSms = firstSms,
            Text = faults.TextOrNull(fields.Get("text")) ?? "",
            Credit = faults.TextOrNull(fields.Get("credit")) ?? "",
            Said = faults.WordOrNull(fields.Get("said")),
            Codes = faults.Texts(fields.Get("codes")),
            Speaks = Speaks(fields.Get("speaks"), faults),
        };
    }

    /// <summary><c>es: ["34"]</c>: who has such a number reads Spanish.</summary>
    private static FrozenDictionary<string, string> Speaks(Node? node, FaultList faults) => faults.Pairs(node, "the languages")
        .SelectMany(pair => faults.Texts(pair.Value).Select(code => KeyValuePair.Create(code, faults.Word(pair.Key))))
        .DistinctBy(p => p.Key).ToFrozenDictionary(StringComparer.Ordinal);

    private static (string Web, string Sms) First(Node? node, string emergency, FaultList faults)
    {
        if (node is not MapNode)
        {
            var both = faults.TextOrNull(node) ?? emergency;
            return (both, both);
        }

        var fields = Fields.Of(node, "the first number", faults)!;
        var forms = (faults.Text(fields.Need("say")), faults.Text(fields.Need("sms")));
        fields.NothingElse();
        return forms;
    }
}
