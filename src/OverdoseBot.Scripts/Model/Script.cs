using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>Words said in front of a step's own message; never a turn of its own.</summary>
/// <param name="Name">Its name in <c>tell</c> or <c>offer</c>.</param>
/// <param name="Wording">What is said (one message).</param>
/// <param name="SayWhen">Other words when a fact is true.</param>
/// <param name="Line">The human line it offers (<c>lines.yaml</c>), or null.</param>
/// <param name="LineWhen">The line can be tapped only when this mark is set; null: never.</param>
/// <param name="Every">Not said again within this time, nor so soon after another aside that offers a line; zero: always said.</param>
/// <param name="Joined">True: must stand in the step's own message, SMS included.</param>
/// <param name="Sources">Keys of <c>sources.yaml</c>.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record Aside(
    string Name, Wording Wording, ImmutableArray<Variant> SayWhen, string? Line, string? LineWhen, TimeSpan Every, bool Joined,
    ImmutableArray<string> Sources, Spot Spot)
{
    /// <summary>The aside that says the number when a turn fails at a step that does not; no move tells it.</summary>
    public const string IfReal = "if-real";

    /// <summary>True: on SMS, where it does not fit into the step's message, it goes ahead of it; else behind.</summary>
    public bool Ahead { get; init; }

    /// <summary>The fact by which somebody asks for it (<c>asked-by</c>): it is said at once then, whatever <see cref="Every"/> says; null: nobody asks for it.</summary>
    public string? AskedBy { get; init; }

    /// <summary>The step that asks the same: said alone, it is answered as that step's question is, a bare yes or no too; null: it asks nothing.</summary>
    public Place? AnsweredAt { get; init; }
}

/// <summary>The line that heads every message of an emergency until calling is confirmed (safety rule 2).</summary>
/// <param name="Full">Said while the question may still be asked and where it fits.</param>
/// <param name="Reminder">Said always.</param>
/// <param name="Ask">The extra choice that asks whether they are calling.</param>
/// <param name="Times">How often that choice is shown at most.</param>
/// <param name="Until">Facts that end the line.</param>
public sealed record CallLine(string Full, string Reminder, Choice Ask, int Times, ImmutableArray<string> Until)
{
    /// <summary>How long a tap on the call button keeps the silence clock from ringing: the person is talking to the dispatcher. Zero: not at all.</summary>
    public TimeSpan HoldsSilence { get; init; }

    /// <summary>Where it is written.</summary>
    public Spot? Spot { get; init; }
}

/// <summary>A fact kept for the whole case once it was said.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Ends">Facts and marks that are no longer true then.</param>
public sealed record Kept(string Fact, ImmutableArray<string> Ends)
{
    /// <summary>Where it is written.</summary>
    public Spot? Spot { get; init; }
}

/// <summary>A part of the hand-over sentence; <c>{time}</c>, <c>{first}</c>, <c>{last}</c>, <c>{count}</c> are filled in.</summary>
/// <param name="Mark">The mark it reads (<c>dose</c>: all doses).</param>
/// <param name="When">A further mark that must be set; null: none.</param>
/// <param name="One">Said for one.</param>
/// <param name="Two">Said for two doses; null: as one.</param>
/// <param name="More">Said for three doses and more; null: as one.</param>
public sealed record HandoverPart(string Mark, string? When, string One, string? Two, string? More)
{
    /// <summary>The longest hand-over sentence, in characters: what one SMS carries. Parts that do not fit are left out.</summary>
    public const int LongestSentence = 96;

    /// <summary>Said for one where no drug may be named; null: as <see cref="One"/>. A part that names the product is left out there.</summary>
    public string? Plain { get; init; }

    /// <summary>Where it is written.</summary>
    public Spot? Spot { get; init; }
}

/// <summary>How a case ends when nobody answers, and when a text opens a new one (clinical.md 2.3).</summary>
/// <param name="EndsAfter">Silence after which no more is sent.</param>
/// <param name="Ending">The last message.</param>
/// <param name="NewAfter">Silence after which the next message opens a new case.</param>
/// <param name="SameDoseWithin">A dose told again within this time is the same dose.</param>
/// <param name="DoseTakenBackWithin">Who says within this time after they told a dose that none was given takes it back; later they speak of the next one.</param>
public sealed record CaseRule(TimeSpan EndsAfter, Wording Ending, TimeSpan NewAfter, TimeSpan SameDoseWithin, TimeSpan DoseTakenBackWithin)
{
    /// <summary>Where it is written.</summary>
    public Spot? Spot { get; init; }
}

/// <summary>Whether a clinician has signed a file.</summary>
/// <param name="Status"><c>draft</c> or <c>signed</c>.</param>
/// <param name="By">Who signed.</param>
/// <param name="On">When.</param>
/// <param name="Next">When it must be looked at again.</param>
public sealed record Review(string Status, string? By, DateOnly? On, DateOnly? Next);

/// <summary>One dialog in one language, compiled and frozen: one waterfall.</summary>
public sealed record Script
{
    /// <summary>The dialog's name.</summary>
    public required string Dialog { get; init; }

    /// <summary>BCP 47 language.</summary>
    public required string Language { get; init; }

    /// <summary><c>draft</c> until a clinician has signed.</summary>
    public required string ReviewStatus { get; init; }

    /// <summary>Who signed it and when; of a draft all is empty but its status.</summary>
    public Review? Review { get; init; }

    /// <summary>Where the dialog begins.</summary>
    public required Place Start { get; init; }

    /// <summary>The dialog whose <c>first</c>, <c>always</c> and <c>alarms</c> also hold here, behind this one's own; null: none.</summary>
    public string? Within { get; init; }

    /// <summary>True: leaving this dialog for another opens a new case, in which old doses do not count.</summary>
    public bool EndsCase { get; init; }

    /// <summary>Bad news, tried before the step's own answers. Those of <c>respond</c> hold in every dialog.</summary>
    public ImmutableArray<Answer> First { get; init; } = [];

    /// <summary>Other facts, tried after the step's own answers.</summary>
    public ImmutableArray<Answer> Always { get; init; } = [];

    /// <summary>Steps in the order of the page.</summary>
    public required ImmutableArray<Step> Steps { get; init; }

    /// <summary>Steps by name, old names included.</summary>
    public required FrozenDictionary<string, Step> ByName { get; init; }

    /// <summary>Clocks.</summary>
    public ImmutableArray<Alarm> Alarms { get; init; } = [];

    /// <summary>Where it is written.</summary>
    public required Spot Spot { get; init; }
}
