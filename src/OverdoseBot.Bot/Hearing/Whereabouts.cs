using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.Bot;

/// <summary>Where the person is and which language they read, from what they write. Both may change in the middle of a case.</summary>
internal static class Whereabouts
{
    /// <summary>Where a conversation starts, as its client says: the language of its locale, and <c>{region}</c>.</summary>
    public static void Begin(Turn turn, Activity opening)
    {
        var region = (opening.Value as JObject)?["region"]?.ToString();
        var language = opening.Locale?.Split('-')[0].ToLowerInvariant();
        turn.Record = turn.Record with
        {
            Region = region is not null && turn.Library.Regions.ContainsKey(region) ? region : turn.Record.Region,
            Language = language is not null && turn.Speaks(language) ? language : turn.Record.Language,
        };
    }

    /// <summary>Takes a choice made on a page: <c>{region, language}</c>, either may be missing. False: nothing in it is known.</summary>
    public static bool Set(Turn turn, object? value)
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

    public static void Take(Turn turn)
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
        else if (!record.LanguageAsked && turn.Reading!.Language is { } written && turn.Speaks(written))
        {
            record = record with { Language = written };
        }

        turn.Record = record;
    }
}
