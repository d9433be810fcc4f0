using System.Collections.Immutable;

namespace OverdoseBot.Bot;

/// <summary>A practice under way. The case that is played is a record of its own: nothing of it is ever known to the real one.</summary>
public sealed record DrillState
{
    /// <summary>What is played (<c>drills.yaml</c>).</summary>
    public required string Scenario { get; init; }

    /// <summary>True: nobody waits for clocks.</summary>
    public bool Quick { get; init; }

    /// <summary>The case that is played.</summary>
    public required CaseRecord Case { get; init; }

    /// <summary>When it began (UTC).</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>What the clock that is played is ahead of the real one: what a quick practice did not wait for.</summary>
    public TimeSpan Ahead { get; init; }

    /// <summary>True once bad news was typed and the way out was offered: the next one takes it.</summary>
    public bool Doubted { get; init; }

    /// <summary>What the person did, oldest first.</summary>
    public ImmutableArray<Deed> Deeds { get; init; } = [];

    /// <summary>Names of the scenes that were told.</summary>
    public ImmutableArray<string> Told { get; init; } = [];
}

/// <summary>Something told in a practice.</summary>
/// <param name="At">The step it was told at (<c>respond/breathing</c>).</param>
/// <param name="Fact">The fact.</param>
/// <param name="Time">When, by the clock that is played.</param>
public sealed record Deed(string At, string Fact, DateTimeOffset Time);
