using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>What a step is for; sent to clients as <c>guide.kind</c>.</summary>
public enum StepKind
{
    /// <summary>Finding out what is happening.</summary>
    Triage,

    /// <summary>Someone may be dying.</summary>
    Emergency,

    /// <summary>Families getting ready.</summary>
    Prepare,

    /// <summary>Practice.</summary>
    Drill,

    /// <summary>Afterwards.</summary>
    After,

    /// <summary>A person who needs a person.</summary>
    Support,
}

/// <summary>Whether a practice begins at a step, and how its clocks go.</summary>
public enum PracticeClock
{
    /// <summary>None begins.</summary>
    None,

    /// <summary>By the real clock.</summary>
    Timed,

    /// <summary>Without waiting for clocks.</summary>
    Quick,
}

/// <summary>One step: what is said, what the answers mean, and what silence means.</summary>
public sealed record Step
{
    /// <summary>Dialog and name.</summary>
    public required Place Place { get; init; }

    /// <summary>Position in its dialog, from 0: its index in the waterfall.</summary>
    public required int Index { get; init; }

    /// <summary>What it is for.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>Its words.</summary>
    public required Wording Wording { get; init; }

    /// <summary>Other words when a fact is true.</summary>
    public ImmutableArray<Variant> SayWhen { get; init; } = [];

    /// <summary>One line for "how?"; null: the step is said again.</summary>
    public string? How { get; init; }

    /// <summary>Answers shown.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];

    /// <summary>Answers understood, in the order of the page.</summary>
    public ImmutableArray<Answer> Answers { get; init; } = [];

    /// <summary>
    /// The answers that its question asks for; empty: all of them. The others are what people say instead, and only lead on faster. Tools that
    /// read a message at this step count on these words alone.
    /// </summary>
    public ImmutableArray<string> Asks { get; init; } = [];

    /// <summary>Bad news whose meaning here differs from the dialog's <c>first</c>.</summary>
    public ImmutableArray<Answer> First { get; init; } = [];

    /// <summary>Answers that lead elsewhere while a fact stands, the first that stands first.</summary>
    public ImmutableArray<Whilst> While { get; init; } = [];

    /// <summary>The answer a bare "yes" gives; null: nothing.</summary>
    public string? Yes { get; init; }

    /// <summary>
    /// The same on a page only, where the text message does not ask what the page does: there a bare yes may be said of anything (clinical.md 2.4 rule 8);
    /// null: as <see cref="Yes"/>.
    /// </summary>
    public string? WebYes { get; init; }

    /// <summary>The answer a bare "no" gives; null: nothing.</summary>
    public string? No { get; init; }

    /// <summary>Answers followed on arrival when they are already known.</summary>
    public ImmutableArray<string> Known { get; init; } = [];

    /// <summary>They are followed only once one of these is known; empty: always.</summary>
    public ImmutableArray<string> KnownOnce { get; init; } = [];

    /// <summary>The right answer of a question that asks what they know; null: it asks something else.</summary>
    public string? Right { get; init; }

    /// <summary>Marks set with their time when the step is sent.</summary>
    public ImmutableArray<string> Mark { get; init; } = [];

    /// <summary>Marks removed when the step is sent.</summary>
    public ImmutableArray<string> Clear { get; init; } = [];

    /// <summary>What silence means; null: nothing.</summary>
    public Silence? Silence { get; init; }

    /// <summary>Messages by the clock; null: none.</summary>
    public Prompts? Prompts { get; init; }

    /// <summary>The beat; null: none of its own.</summary>
    public Pace? Pace { get; init; }

    /// <summary>True: the beat of the care told last goes on (<c>pace: as-before</c>).</summary>
    public bool PaceAsBefore { get; init; }

    /// <summary>True when the step's own words tell to call, so that the call line is not put in front.</summary>
    public bool SaysCall { get; init; }

    /// <summary>A practice begins when the step is reached.</summary>
    public PracticeClock Practice { get; init; }

    /// <summary>True: a turn that ends here leaves nothing of the conversation but its language and country.</summary>
    public bool Forgets { get; init; }

    /// <summary>Old names under which a live conversation may still be saved.</summary>
    public ImmutableArray<string> Was { get; init; } = [];

    /// <summary>Keys of <c>sources.yaml</c>.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Where it is written.</summary>
    public required Spot Spot { get; init; }
}
