namespace OverdoseBot.Understanding.Examples;

/// <summary>The traits of a message, kept.</summary>
internal readonly struct TraitList() : ITraitTaker
{
    private readonly List<Trait> _all = [];

    /// <summary>The traits of an example.</summary>
    public static IReadOnlyList<Trait> Of(Readers grammar, Example example, PartNames names)
    {
        var list = new TraitList();
        grammar.Tell(example.Text, example.Asked, example.Language, ref list, names);
        return list._all;
    }

    /// <inheritdoc/>
    public void Take(char kind, ulong one, ulong two = 0, ulong three = 0) => _all.Add(new Trait(kind, one, two, three));

    /// <summary>One trait.</summary>
    internal readonly record struct Trait(char Kind, ulong One, ulong Two, ulong Three)
    {
        public ulong Key => TraitKey.Of(Kind, One, Two, Three);

        public string Name(PartNames names) => names.Of(Kind, One, Two, Three);
    }
}
