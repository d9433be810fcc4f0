using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Bot;

/// <summary>Reads words in the light of what the last message of a case asked.</summary>
internal static class Listening
{
    /// <summary>The reading at a step.</summary>
    public static Reading Read(Readers reader, Library library, Step step, CaseRecord record, string text, string language)
    {
        var hears = StepHears.At(library, step);
        if (record.Shown?.AnsweredAt is not { } at || library.Find(Place.Parse(at)) is not { } other)
        {
            return reader.Read(text, hears.AskedIn(record), language);
        }

        // It asked what another step asks. What does not answer that may still answer this step, but for a bare yes or no.
        var reading = reader.Read(text, StepHears.At(library, other).Question(record), language);
        return reading.Answer is not (null or Decision.Unclear) ? reading
            : reader.Read(text, hears.Question(record) with { Yes = null, No = null, OfItsOwn = true }, language);
    }
}
