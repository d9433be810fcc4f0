using System.Collections.Frozen;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Naloxone and nalmefene products (<c>products.yaml</c>).</summary>
internal static class ProductReader
{
    private static readonly Dictionary<string, string> Drugs = Same("naloxone", "nalmefene");
    private static readonly Dictionary<string, string> Kinds = Same("nasal", "injection", "either");

    public static FrozenDictionary<string, Product> Products(Node? root, FaultList faults) =>
        faults.Named(root, "a product", (pair, fields) => Product(pair, fields, faults)).ToFrozenDictionary(StringComparer.Ordinal);

    private static Product Product(Pair pair, Fields fields, FaultList faults) => new(
        faults.Word(pair.Key), faults.Text(fields.Need("name")), faults.OneOf(fields.Need("drug"), Drugs, "naloxone"),
        faults.OneOf(fields.Need("kind"), Kinds, "nasal"), faults.Word(fields.Need("device")), faults.Texts(fields.Need("sources")), pair.Key.Spot)
    {
        Dose = faults.Text(fields.Need("dose")),
        Who = faults.Text(fields.Need("who")),
        Next = faults.Text(fields.Need("next")),
        Site = faults.Text(fields.Need("site")),
        Storage = faults.TextOrNull(fields.Get("storage")) ?? "",
        Life = faults.TextOrNull(fields.Get("life")) ?? "",
        Note = faults.TextOrNull(fields.Get("note")) ?? "",
        Also = faults.Words(fields.Get("also")),
    };

    private static Dictionary<string, string> Same(params string[] words) => words.ToDictionary(w => w, StringComparer.Ordinal);
}
