using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>What no answer means at a step: asked once more, then the worse answer (clinical.md 2.3).</summary>
/// <param name="Web">How long on the web.</param>
/// <param name="Sms">How long on SMS.</param>
/// <param name="Again">The question asked once more, behind the lead.</param>
/// <param name="Then">The worse answer's move.</param>
/// <param name="Lead">What is said in front of both; begins "If they still".</param>
public sealed record Silence(TimeSpan Web, TimeSpan Sms, Wording Again, Move Then, string Lead)
{
    /// <summary>Where it is written.</summary>
    public Spot? Spot { get; init; }
}

/// <summary>Messages a step sends by the clock while nobody writes; they change no step and need no reply.</summary>
/// <param name="After">The waits between them, in order. Any message from the person starts at the first again.</param>
/// <param name="Wording">What is said; null: the step's own words.</param>
public sealed record Prompts(ImmutableArray<TimeSpan> After, Wording? Wording)
{
    /// <summary>The step that asks what these words ask, if the step of the prompts does not: they are answered as its question is, a bare yes or no too.</summary>
    public Place? AnsweredAt { get; init; }

    /// <summary>True: they are a dose clock's, and come where somebody else is leading too.</summary>
    public bool WhileLed { get; init; }

    /// <summary>Where it is written.</summary>
    public Spot? Spot { get; init; }
}

/// <summary>A clock of a dialog: so long after a mark, go to a step.</summary>
/// <param name="Name">Its name on the wire (<c>guide.clock.name</c>).</param>
/// <param name="Since">The marks it starts from; the latest counts.</param>
/// <param name="At">How long after.</param>
/// <param name="Apart">At least so long after the last look that a clock asked for.</param>
/// <param name="Step">Where it goes.</param>
/// <param name="Until">Steps (of any dialog) that end it.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record Alarm(string Name, ImmutableArray<string> Since, TimeSpan At, TimeSpan Apart, Place Step, ImmutableArray<Place> Until, Spot Spot);
