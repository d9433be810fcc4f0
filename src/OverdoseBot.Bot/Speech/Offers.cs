using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>When an aside that is not repeated may be said: somebody in panic is offered a person once in a while, and whoever asks for one gets them.</summary>
internal static class Offers
{
    private const string SelfHarm = "self-harm";
    private const string CrewHere = "crew-here";

    /// <summary>The asides of this turn that are said at a step, in order.</summary>
    public static List<Aside> Sayable(Turn turn, Step step)
    {
        var asides = turn.Asides.DistinctBy(a => a.Name).ToList();
        return asides.FindAll(a => Asked(turn, a) || a.Every == TimeSpan.Zero || !(ToldLately(turn, a) || OffersOther(asides, a) || SomebodyIsThere(turn, step, a)));
    }

    /// <summary>
    /// Whether it, or any other offer of a person, was said so lately that it stays unsaid now. A line that could not be tapped is no reason to keep back
    /// one that can.
    /// </summary>
    public static bool ToldLately(Turn turn, Aside aside)
    {
        var tapped = Line(turn, aside) is not null;
        return aside.Every > TimeSpan.Zero && turn.Library.Asides.Values.Any(other =>
            (other.Name == aside.Name || (aside.Line is not null && other.Line is not null))
            && turn.Record.Told.TryGetValue(Key(other, tapped), out var at) && turn.Now - at < aside.Every);
    }

    /// <summary>Under which name the record keeps when an aside was said; tapped: when it was said so that its line could be tapped.</summary>
    public static string Key(Aside aside, bool tapped) => tapped ? aside.Name + "/line" : aside.Name;

    /// <summary>The line of an aside, where it can be tapped now.</summary>
    public static HumanLine? Line(Turn turn, Aside aside) =>
        aside.LineWhen is not null && turn.Knows(aside.LineWhen) ? turn.Library.LineIn(turn.Region, aside.Line!) : null;

    /// <summary>The record after asides were said.</summary>
    public static CaseRecord Told(Turn turn, IEnumerable<Aside> asides)
    {
        var told = turn.Record.Told.ToBuilder();
        foreach (var aside in asides.Where(a => a.Every > TimeSpan.Zero || a.Line is not null))
        {
            told[aside.Name] = turn.Now;
            if (Line(turn, aside) is not null)
            {
                told[Key(aside, tapped: true)] = turn.Now;
            }
        }

        return turn.Record with { Told = told.ToImmutable() };
    }

    /// <summary>Whoever spoke of dying when no line could be tapped is told of it once more at the first step where one can.</summary>
    public static void Owed(Turn turn, Step step)
    {
        var name = StepHears.At(turn.Library, step).Any.FirstOrDefault(h => h.Fact == SelfHarm).Answer?.Move.Tell;
        if (name is null || turn.Library.Asides[name] is not { Line: not null } crisis || Line(turn, crisis) is null || turn.Asides.Contains(crisis))
        {
            return;
        }

        var told = turn.Record.Told;
        var same = turn.Library.Asides.Values.Where(a => a.Line == crisis.Line && !HandOffAsides.All.Contains(a.Name)).ToList();
        if (same.Where(a => a.Every == TimeSpan.Zero).Max(a => told.GetValueOrDefault(a.Name)) > same.Max(a => told.GetValueOrDefault(Key(a, tapped: true))))
        {
            turn.Asides.Add(crisis);
        }
    }

    private static bool Asked(Turn turn, Aside aside) => aside.AskedBy is { } fact && turn.Hears(fact);

    // One message offers one person: beside the crisis line nobody else is named unasked.
    private static bool OffersOther(List<Aside> asides, Aside aside) =>
        aside.Line is not null && asides.Exists(other => other.Line is not null && other.Name != aside.Name);

    // Who was handed over to reads along; where no line can be tapped the person is the dispatcher, who is done once the crew is here.
    private static bool SomebodyIsThere(Turn turn, Step step, Aside aside) => aside.Line is not null
        && (turn.Record.Handoff is { Here: true } || (turn.Record.Has(CrewHere) && turn.Library.CallKinds.Contains(step.Kind) && Line(turn, aside) is null));
}
