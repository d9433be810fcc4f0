using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>A naloxone or nalmefene product (clinical.md 3.1). How it is given is the step that it names.</summary>
/// <param name="Id">Its id, which is the fact that names it: <c>narcan</c>.</param>
/// <param name="Name">What people call it, with its strength.</param>
/// <param name="Drug"><c>naloxone</c> or <c>nalmefene</c>.</param>
/// <param name="Kind">The fact of its kind: <c>nasal</c> or <c>injection</c>; <c>either</c> for a kit that may hold one or the other.</param>
/// <param name="Device">The fact that leads to the step of its device: <c>nasal</c>, <c>prefilled</c>.</param>
/// <param name="Sources">Keys of <c>sources.yaml</c>.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record Product(
    string Id, string Name, string Drug, string Kind, string Device, ImmutableArray<string> Sources, Spot Spot)
{
    /// <summary>One dose, in words.</summary>
    public required string Dose { get; init; }

    /// <summary>For whom the label is.</summary>
    public required string Who { get; init; }

    /// <summary>When the next dose, by its label.</summary>
    public required string Next { get; init; }

    /// <summary>Where the next dose goes.</summary>
    public required string Site { get; init; }

    /// <summary>How to keep it; empty: see the pack.</summary>
    public string Storage { get; init; } = "";

    /// <summary>How long it lasts on the shelf; empty: see the pack.</summary>
    public string Life { get; init; } = "";

    /// <summary>What differs; empty: nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Further facts that are true with it: <c>lasts-long</c>.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>Everything that is true when they have it.</summary>
    public IEnumerable<string> Facts => (Kind == "either" ? [Device] : (IEnumerable<string>)[Kind, Device]).Concat(Also);
}
