using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>
/// Practice (<c>drills.yaml</c>): the real response, played through with nobody in danger. What each message is marked with, what stands in place of
/// words that would cause a real call, what is said when it may be real after all, the scenes, and what a good response does (clinical.md 10 and 11).
/// </summary>
public sealed record Drills
{
    /// <summary>Stands in front of every message.</summary>
    public required string Marker { get; init; }

    /// <summary>In place of <c>{emergency}</c> in the response's own words; <c>{number}</c> is the region's number.</summary>
    public required string Emergency { get; init; }

    /// <summary>In place of the call line.</summary>
    public required CallLine CallLine { get; init; }

    /// <summary>Said when it may be real: how to get out, and how to go on.</summary>
    public required Wording Doubt { get; init; }

    /// <summary>Facts that end the practice at once: what the message says is then heard as real.</summary>
    public required ImmutableArray<string> Leaves { get; init; }

    /// <summary>The fact by which a person ends it.</summary>
    public required string Done { get; init; }

    /// <summary>Where somebody goes on who took the way out without saying anything more.</summary>
    public required Place Real { get; init; }

    /// <summary>Where it is chosen, and where whoever leaves it is heard.</summary>
    public required Place Choose { get; init; }

    /// <summary>Where it goes on when a practice is over.</summary>
    public required Place After { get; init; }

    /// <summary>Silence after which it is over.</summary>
    public required TimeSpan EndsAfter { get; init; }

    /// <summary>How long a quick practice waits in place of a clock.</summary>
    public required TimeSpan QuickWait { get; init; }

    /// <summary>Heads the score: <c>{right}</c> of <c>{of}</c>.</summary>
    public required Wording Score { get; init; }

    /// <summary>Heads what to do better.</summary>
    public required Wording Advice { get; init; }

    /// <summary>What a good response does, by name.</summary>
    public required FrozenDictionary<string, Goal> Goals { get; init; }

    /// <summary>What is played, in the order of the page.</summary>
    public required ImmutableArray<Scenario> Scenarios { get; init; }

    /// <summary>Where it is written.</summary>
    public required Spot Spot { get; init; }

    /// <summary>The scenario of that name; null: there is none.</summary>
    public Scenario? Find(string name) => Scenarios.FirstOrDefault(s => s.Name == name);
}

/// <summary>One thing that is played.</summary>
/// <param name="Name">Its name; the fact that chooses it is <c>scene-NAME</c>.</param>
/// <param name="Wording">What you find.</param>
/// <param name="Facts">Facts that are known from the start: a child.</param>
/// <param name="Scenes">What you see, in the order of the page.</param>
/// <param name="Ends">Steps at which it is over.</param>
/// <param name="Lasts">The longest that it goes on, in the time that is played.</param>
/// <param name="Goals">Names of the goals it is scored by.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record Scenario(
    string Name, Wording Wording, ImmutableArray<string> Facts, ImmutableArray<Sight> Scenes, ImmutableArray<Place> Ends, TimeSpan Lasts, ImmutableArray<string> Goals, Spot Spot)
{
    /// <summary>The fact that chooses it.</summary>
    public string Fact => "scene-" + Name;
}

/// <summary>What you see after doing what a step says; told once.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">The step.</param>
/// <param name="Doses">How many doses must have been given at least.</param>
/// <param name="Wording">What you see.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record Sight(string Name, Place At, int Doses, Wording Wording, Spot Spot);

/// <summary>What a good response does, as it can be measured. All that is named must hold.</summary>
public sealed record Goal
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>A fact that must have been told; null: any.</summary>
    public string? Heard { get; init; }

    /// <summary>The step at which; null: anywhere.</summary>
    public Place? At { get; init; }

    /// <summary>A mark that must have been set; null: none.</summary>
    public string? Mark { get; init; }

    /// <summary>Which dose must have been given, from 1; 0: none.</summary>
    public int Dose { get; init; }

    /// <summary>No more doses than these; null: any number.</summary>
    public int? MostDoses { get; init; }

    /// <summary>Not earlier than this after the start, or after the dose before; zero: any time.</summary>
    public TimeSpan NotBefore { get; init; }

    /// <summary>Not later than this after the start, or after the dose before; zero: any time.</summary>
    public TimeSpan Within { get; init; }

    /// <summary>What was done well; <c>{time}</c> is when, in minutes and seconds.</summary>
    public required string Met { get; init; }

    /// <summary>What to do better.</summary>
    public required string Missed { get; init; }

    /// <summary>Where the limit comes from.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Where it is written.</summary>
    public required Spot Spot { get; init; }
}
