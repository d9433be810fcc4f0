using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>
/// A hazard and what controls it, in the spirit of ISO 14971; the words for severity and likelihood are those of DCB0129.
/// </summary>
/// <param name="Id">Its id (<c>H-07</c>).</param>
/// <param name="Title">What could happen.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record Hazard(string Id, string Title, Spot Spot)
{
    /// <summary>How it can come about.</summary>
    public required string Cause { get; init; }

    /// <summary>What it does to the person.</summary>
    public required string Harm { get; init; }

    /// <summary><c>catastrophic</c>, <c>major</c>, <c>considerable</c>, <c>significant</c> or <c>minor</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>How likely without the controls: <c>very-high</c>, <c>high</c>, <c>medium</c>, <c>low</c> or <c>very-low</c>.</summary>
    public required string Before { get; init; }

    /// <summary>How likely with the controls that have a proof.</summary>
    public required string After { get; init; }

    /// <summary>What is left of it, in words.</summary>
    public required string Residual { get; init; }

    /// <summary>What keeps it from happening.</summary>
    public required ImmutableArray<Control> Controls { get; init; }

    /// <summary>Everything that proves a control of it.</summary>
    public IEnumerable<string> Proof => Controls.SelectMany(c => c.Proof);
}

/// <summary>Something that keeps a hazard from happening.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Proof">What proves it: <c>OD0012</c>, <c>paths:3</c>, <c>chat:respond/vial</c>, <c>test:Gsm7Tests</c>; empty: nothing yet.</param>
/// <param name="Why">Why nothing proves it yet; null where something does.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record Control(string Text, ImmutableArray<string> Proof, string? Why, Spot Spot);
