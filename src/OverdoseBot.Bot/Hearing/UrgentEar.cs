using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot.Practising;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Bot;

/// <summary>
/// Tells, without the record, whether what comes in where all was calm may be an emergency. Worst is true: it decides only who may wait, never what is said.
/// </summary>
/// <param name="library">The scripts.</param>
/// <param name="readers">Read messages.</param>
public sealed class UrgentEar(Library library, Readers readers)
{
    /// <summary>Whether an activity may be an emergency there.</summary>
    public bool Hears(Activity inbound, Standing at)
    {
        ArgumentNullException.ThrowIfNull(inbound);
        ArgumentNullException.ThrowIfNull(at);
        if (!at.IsCalm || inbound.Type != ActivityTypes.Message)
        {
            return !at.IsCalm || inbound.Name == OverdoseResponseBot.CallTappedEvent;
        }

        var tap = inbound.Value as JObject;
        var text = inbound.Text ?? string.Empty;
        if (at.Practises)
        {
            // In a practice any words may be real (safety rule 9).
            return !(tap is not null && DrillEar.IsButton(tap)) && !text.All(char.IsAsciiDigit);
        }

        var spoken = library.In(at.Language);
        return spoken.Find(at.Place) is not { } step
            || ((string?)(tap?["answer"] as JValue) is { } answer ? Leads(answer, step, spoken) : Says(readers.Read(text, Hearing.AskedAt(step, spoken), at.Language), step, spoken));
    }

    private static bool Says(Reading reading, Step step, Library library) =>
        reading.Distress != "calm" || reading.Heard.Append(reading.Answer).OfType<string>().Any(word => Leads(word, step, library));

    // Bad news, or a word by which the script leaves for a step that is not calm.
    private static bool Leads(string word, Step step, Library library)
    {
        var fact = library.Fact(word);
        return library.IsBadNews(word)
            || StepHears.At(library, step).Any.Any(h => h.Fact == fact && h.Answer.Move.To is { } to && library.Find(to) is { } next && !Standing.IsCalmKind(next.Kind));
    }
}
