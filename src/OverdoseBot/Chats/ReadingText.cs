using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Chats;

/// <summary>How a message was read, in the words of the scripts: <c>slow kit-here</c>.</summary>
internal static class ReadingText
{
    public static string Of(Activity message, Step asked, CaseRecord? record, Readers reader, Library library, string language)
    {
        if (message.Value is JObject tap)
        {
            var stale = (string?)tap["step"] != asked.Place.ToString();
            return (stale ? "old tap " : string.Empty) + (string?)tap["answer"];
        }

        var reading = record is null
            ? reader.Read(message.Text, Hearing.AskedAt(asked, library), language)
            : Listening.Read(reader, library, asked, record, message.Text, language, message.Timestamp);
        var words = reading.Heard.Prepend(reading.Answer).OfType<string>().DistinctBy(library.Fact).ToList();
        if (words.Count == 0)
        {
            words.Add("unclear");
        }

        if (reading.Dose is { } dose && (dose.Count != 1 || dose.Ago is not null))
        {
            words.Add($"({dose.Count.ToString(CultureInfo.InvariantCulture)}{(dose.Ago is { } ago ? $", {Ago(ago)} ago" : string.Empty)})");
        }

        return string.Join(' ', words);
    }

    private static string Ago(TimeSpan ago) => string.Create(
        CultureInfo.InvariantCulture, $"{(ago.TotalSeconds < 60 ? $"{(int)ago.TotalSeconds}s" : $"{(int)ago.TotalMinutes}m")}");
}
