using System.Collections.Immutable;

namespace OverdoseBot.Bot;

/// <summary>A fact or mark of the case and when it was set.</summary>
/// <param name="First">First time, kept while the mark stands.</param>
/// <param name="Last">Latest time.</param>
public sealed record Mark(DateTimeOffset First, DateTimeOffset Last);

/// <summary>What the last answer changed, for "wrong button".</summary>
public sealed record Undo(ImmutableArray<Frame> Stack, ImmutableSortedDictionary<string, Mark> Marks, ImmutableArray<DateTimeOffset> Doses)
{
    /// <summary>Which dialog clocks had rung; null: written by a program that did not keep it.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset>? Rung { get; init; }
}

/// <summary>Everything known about one conversation: the whole state between two turns. Times are UTC.</summary>
public sealed record CaseRecord
{
    /// <summary>The shape of this record.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Region id (<c>regions.yaml</c>).</summary>
    public required string Region { get; init; }

    /// <summary>BCP 47 language.</summary>
    public required string Language { get; init; }

    /// <summary>True once the person asked for their language: it is no longer guessed from what they write.</summary>
    public bool LanguageAsked { get; init; }

    /// <summary>The language that the last message showed which showed any; null: none has.</summary>
    public string? Written { get; init; }

    /// <summary>The product they have (<c>products.yaml</c>); null: not named.</summary>
    public string? Product { get; init; }

    /// <summary>The month in which their kit ends, as its first day; null: not said.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>When to remind somebody of <see cref="Expires"/>; only in a record that holds nothing else (<see cref="Reminders"/>).</summary>
    public DateTimeOffset? RemindAt { get; init; }

    /// <summary>The household plan that they are writing; null: none, or it was sent back and is forgotten.</summary>
    public HomePlan? Plan { get; init; }

    /// <summary>True where reminders by text message have no number of their own: none is offered.</summary>
    public bool NoReminders { get; init; }

    /// <summary>True: messages take the SMS form.</summary>
    public bool Sms { get; init; }

    /// <summary>The practice under way; null: none.</summary>
    public DrillState? Drill { get; init; }

    /// <summary>True in the case that is played inside a practice.</summary>
    public bool Practice { get; init; }

    /// <summary>Where messages go when nobody waits for them; null: the person's client reads the transcript (Direct Line, terminal).</summary>
    public SavedReference? Reference { get; init; }

    /// <summary>True where a hub with people is set: they can be asked into the conversation.</summary>
    public bool Hub { get; init; }

    /// <summary>The hand-off to a person that is asked for or under way; null: none.</summary>
    public Handoff? Handoff { get; init; }

    /// <summary>What the person's clock is ahead of UTC, for times told to the crew; null: nobody knows, as with text messages.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>The dialog stack, active dialog first.</summary>
    public ImmutableArray<Frame> Stack { get; init; } = [];

    /// <summary>Facts kept and marks set.</summary>
    public ImmutableSortedDictionary<string, Mark> Marks { get; init; } = ImmutableSortedDictionary.Create<string, Mark>(StringComparer.Ordinal);

    /// <summary>Doses said given, oldest first.</summary>
    public ImmutableArray<DateTimeOffset> Doses { get; init; } = [];

    /// <summary>How often the question whether they are calling was put.</summary>
    public int CallAsked { get; init; }

    /// <summary>When the person last wrote or tapped; null: never.</summary>
    public DateTimeOffset? LastHeard { get; init; }

    /// <summary>How often silence was answered at this step.</summary>
    public int Silences { get; init; }

    /// <summary>The step that a clock led away from since the person was last heard, as <c>dialog/step</c>; null: none did. A tap on its buttons counts still.</summary>
    public string? LeftByClock { get; init; }

    /// <summary>When the silence clock of this step started: the last message to the person that it hangs on.</summary>
    public DateTimeOffset SilentSince { get; init; }

    /// <summary>The silence clock does not ring before: the call button was tapped; null: nothing holds it.</summary>
    public DateTimeOffset? SilenceHeldUntil { get; init; }

    /// <summary>Prompts sent by the clock since the person was last heard.</summary>
    public int PromptsSent { get; init; }

    /// <summary>When the current step was entered or last prompted.</summary>
    public DateTimeOffset Entered { get; init; }

    /// <summary>When a clock last asked to look at the chest; null: never.</summary>
    public DateTimeOffset? LastLook { get; init; }

    /// <summary>For each dialog clock, the start it already rang for.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Rung { get; init; } =
        ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>When each aside that is not repeated, or that offers a person, was last said.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Told { get; init; } =
        ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>A sign of what they wrote last; null: nothing, or they tapped since.</summary>
    public Echo? Echo { get; init; }

    /// <summary>When they wrote a denial with nothing behind it ("hes not"), which the next message may end; null: they did not.</summary>
    public DateTimeOffset? Denied { get; init; }

    /// <summary>How the last message said its step; null: in its own words, asking nothing else.</summary>
    public Shown? Shown { get; init; }

    /// <summary>How they did in the short questions; null: not asked.</summary>
    public Quiz? Quiz { get; init; }

    /// <summary>What the last answer changed; null: nothing to take back.</summary>
    public Undo? Undo { get; init; }

    /// <summary>True once they asked to be forgotten in the middle of a case: what it needs is kept till it is over, and no longer.</summary>
    public bool Forget { get; init; }

    /// <summary>True once no more is sent until the person writes.</summary>
    public bool Ended { get; init; }

    /// <summary>True once they sent the phone company's word for stop: till its word for start none of our messages reaches them.</summary>
    public bool CutOff { get; init; }

    /// <summary>The id of the last message that did not reach them and that they have not been told of; null: none.</summary>
    public string? Unreached { get; init; }

    /// <summary>Clocks set, earliest first.</summary>
    public ImmutableArray<SetAlarm> Alarms { get; init; } = [];

    /// <summary>The step it stands at; null: nowhere yet.</summary>
    public Place? Top() => Stack.IsEmpty ? null : new Place(Stack[0].Dialog, Stack[0].Step);

    /// <summary>True when the fact or mark stands.</summary>
    public bool Has(string mark) => Marks.ContainsKey(mark);

    /// <summary>The record with marks set now.</summary>
    public CaseRecord With(IEnumerable<string> marks, DateTimeOffset now)
    {
        if (marks.TryGetNonEnumeratedCount(out var count) && count == 0)
        {
            return this;
        }

        var builder = Marks.ToBuilder();
        foreach (var mark in marks)
        {
            builder[mark] = builder.TryGetValue(mark, out var old) ? old with { Last = now } : new Mark(now, now);
        }

        return this with { Marks = builder.ToImmutable() };
    }

    /// <summary>The record without these marks.</summary>
    public CaseRecord Without(IEnumerable<string> marks)
    {
        var left = Marks.RemoveRange(marks);
        return left == Marks ? this : this with { Marks = left };
    }

    /// <summary>A new case of the same person: old facts and doses do not count.</summary>
    public CaseRecord NewCase() =>
        new() { Region = Region, Language = Language, LanguageAsked = LanguageAsked, Sms = Sms, Reference = Reference, Hub = Hub, Offset = Offset, CutOff = CutOff, NoReminders = NoReminders, Practice = Practice };
}
