using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Bot;

/// <summary>Reads words in the light of what the last message of a case asked, and of what the person wrote just before.</summary>
internal static class Listening
{
    // Who types the rest of a sentence is quick; who has looked at the chest meanwhile is not.
    private static readonly TimeSpan _sameBreath = TimeSpan.FromSeconds(12);

    /// <summary>The reading at a step of what was written now; null: it goes on with nothing that was written before.</summary>
    public static Reading Read(Readers reader, Library library, Step step, CaseRecord record, string text, string language, DateTimeOffset? now, int repeats = 0)
    {
        var hears = StepHears.At(library, step);
        if (record.Shown?.AnsweredAt is not { } at || library.Find(Place.Parse(at)) is not { } other)
        {
            return Words(hears.AskedIn(record));
        }

        // It asked what another step asks. What does not answer that may still answer this step, but for a bare yes or no.
        var reading = Words(StepHears.At(library, other).Question(record));
        return reading.Answer is not (null or Decision.Unclear) ? reading : Words(hears.Question(record) with { Yes = null, No = null, OfItsOwn = true });

        Reading Words(Asked asked) => now is { } written && GoesOn(record, written) ? reader.ReadOn(text, asked, language, repeats) : reader.Read(text, asked, language, repeats);
    }

    /// <summary>The record, with whether what was just read ends in a denial that the next message may end.</summary>
    public static CaseRecord After(CaseRecord record, Reading reading, DateTimeOffset now)
    {
        // "breathing normally" may come twice, and "awake" behind it; "she woke up" is a sentence of its own.
        var isOpen = reading.MayEndASentence || (reading.Answer is (null or Decision.Unclear) && HearsNothing(reading));
        var denied = reading.EndsInDenial ? now : isOpen && GoesOn(record, now) ? record.Denied : null;
        return denied == record.Denied ? record : record with { Denied = denied };
    }

    /// <summary>Whether nothing is heard but a question or an acknowledgement.</summary>
    public static bool HearsNothing(Reading reading) => reading.Heard is [] or [Decision.How] or [Decision.Wait];

    private static bool GoesOn(CaseRecord record, DateTimeOffset now) => record.Denied is { } denied && now - denied <= _sameBreath;
}
