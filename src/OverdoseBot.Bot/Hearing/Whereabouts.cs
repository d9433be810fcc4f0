using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Bot;

/// <summary>Where the person is and which language they read, from what they write. Both may change in the middle of a case.</summary>
public static class Whereabouts
{
    private const int MoreThanAWord = 3;   // Reading.LanguageSigns

    /// <summary>Where a conversation starts, as its channel says: the language of the locale, and <c>{region}</c> in the value.</summary>
    /// <param name="fresh">The record that it would start with; nothing that is not known takes its place.</param>
    /// <param name="library">The scripts.</param>
    /// <param name="opening">The first activity.</param>
    public static CaseRecord Begin(CaseRecord fresh, Library library, Activity opening)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(opening);
        var region = (opening.Value as JObject)?["region"]?.ToString();
        var language = opening.Locale?.Split('-')[0].ToLowerInvariant();
        return fresh with
        {
            Region = region is not null && library.Regions.ContainsKey(region) ? region : fresh.Region,
            Language = language is not null && library.In(language).Language == language ? language : fresh.Language,
        };
    }

    /// <summary>Takes a choice made on a page: <c>{region, language}</c>, either may be missing. False: nothing in it is known.</summary>
    internal static bool Set(Turn turn, object? value)
    {
        var chosen = value as JObject;
        var region = (chosen?["region"] as JValue)?.Value as string;
        var language = (chosen?["language"] as JValue)?.Value as string;
        var (knowsRegion, speaks) = (region is not null && turn.Library.Regions.ContainsKey(region), language is not null && turn.Speaks(language));
        turn.Record = turn.Record with
        {
            Region = knowsRegion ? region! : turn.Record.Region,
            Language = speaks ? language! : turn.Record.Language,
            LanguageAsked = turn.Record.LanguageAsked || speaks,
        };
        return knowsRegion || speaks;
    }

    /// <summary>Whether all that a message says is another country or another language than before.</summary>
    internal static bool AllThatIsSaid(Turn turn, CaseRecord before) =>
        (turn.Record.Region != before.Region || turn.Record.Language != before.Language)
        && turn.Facts.All(f => turn.Library.Speak.ContainsKey(f) || turn.Library.Regions.Values.Any(r => r.Said == f));

    internal static void Take(Turn turn)
    {
        var record = turn.Record;
        if (turn.Library.Regions.Values.FirstOrDefault(r => r.Said is not null && turn.Facts.Contains(r.Said)) is { } region)
        {
            record = record with { Region = region.Id };
        }

        var asked = turn.Library.Speak.FirstOrDefault(s => turn.Facts.Contains(s.Key)).Value;
        if (asked is not null)
        {
            record = record with { Language = asked, LanguageAsked = true };
        }
        else if (!record.LanguageAsked && turn.Reading!.Language is { } written && turn.Speaks(written) && Changes(record, turn.Reading))
        {
            record = record with { Language = written };
        }

        turn.Record = turn.Reading is { LanguageSigns: > 0, Language: var shown } ? record with { Written = shown } : record;
    }

    // In the middle of a conversation one word of another language is a word that people mix in ("help", "nada"); two, or one more, are no chance.
    private static bool Changes(CaseRecord record, Reading reading) =>
        record.Written is null || record.Written == reading.Language || reading.LanguageSigns >= MoreThanAWord;
}
