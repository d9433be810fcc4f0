namespace OverdoseBot.Mutation.Tests.Operators;

/// <summary>Products, regions and lines as whole rows.</summary>
internal static class Catalog
{
    private static readonly string[] Devices = ["nasal", "injection", "prefilled", "auto", "prenoxad", "ampoule", "atomiser", "own-steps"];

    public static IEnumerable<Operator> All { get; } =
    [
        Operator.Becomes("a product has the steps of another device", "*.device", Devices),
        Operator.Becomes("a product has the steps of another device", "*.kind", "nasal", "injection"),
        Operator.Becomes("a product has the steps of another device", "*.drug", "naloxone", "nalmefene"),
        Operator.Drops("a product has the steps of another device", "*.also"),
        new("drop a product, a region or a line", site => site.Path.Length == 1 && (site.At("drug") ?? site.At("emergency") ?? site.At("call")) is not null
            ? [new Change($"{site.Key} dropped", site.Drop())] : []),
        new("a line has another number", site => site.Is("*.call") && site.Text is { Length: > 1 } number
            ? [new Change($"{Operator.Show(site)} has another last digit", site.Put(number[..^1] + (number[^1] == '7' ? '3' : '7')))] : []),
    ];
}
