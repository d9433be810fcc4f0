using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Bot;

/// <summary>The doses of a case, as a person tells them.</summary>
internal static class Doses
{
    // More than anybody carries; what is told again and again must not let a record grow.
    private const int Most = 10;
    private const int MostKept = 20;
    private const string NotGiven = "not-given";
    private static readonly TimeSpan _roughly = TimeSpan.FromMinutes(1);

    /// <summary>Keeps what is told. True when it is a dose not told before: it starts the clock, even one that ended and began when this dose was given.</summary>
    public static bool Keep(Turn turn, DoseReport report)
    {
        var record = turn.Record;
        var ago = report.Ago ?? TimeSpan.Zero;
        var at = turn.Now - ago;
        // "5 minutes ago", said once more a minute later, is the same dose still: the longer ago, the rougher the word.
        var near = Longer(turn.Library.Case.SameDoseWithin, ago > TimeSpan.Zero ? Longer(_roughly, ago / 4) : TimeSpan.Zero);
        var count = Math.Clamp(report.Count, 1, Most);
        var told = count - record.Doses.Count(d => (at - d).Duration() < near);

        // "2 sprays so far" counts those that are known; "still not breathing after the spray" speaks of one of them. A dose too few on the clock brings the
        // next look too early; one too many brings it too late.
        told = report.IsSpokenOf && !record.Doses.IsEmpty ? 0
            : report.Ago is null && count > 1 ? Math.Min(told, count - record.Doses.Length) : told;
        if (told <= 0)
        {
            return false;
        }

        turn.Record = record with { Rung = record.Rung.Clear(), Doses = [.. record.Doses.Concat(Enumerable.Repeat(at, told)).Order().TakeLast(MostKept)] };
        return true;
    }

    /// <summary>
    /// "Wait, I did not give it", "that was his allergy spray": the dose that was just told was none. What is said of a device in the hand is of the next one.
    /// </summary>
    public static void TakeBack(Turn turn, Step step)
    {
        var record = turn.Record;
        if (record.Doses.IsEmpty || !turn.Facts.Contains(NotGiven) || turn.Facts.Contains(Hearing.DoseGiven) || turn.Facts.Contains(Hearing.KitHere)
            || turn.Library.Scripts[step.Place.Dialog].Within is not null
            || !record.Marks.TryGetValue(Hearing.DoseGiven, out var told) || turn.Now - told.Last >= turn.Library.Case.DoseTakenBackWithin)
        {
            return;
        }

        var doses = record.Doses.RemoveAt(record.Doses.Length - 1);
        turn.Record = (doses.IsEmpty ? record.Without([Hearing.DoseGiven]) : record) with { Doses = doses, Rung = record.Rung.Clear() };
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
