using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>One day with an alarm as an iCalendar file (RFC 5545), carried in the message itself: no server knows who opens it.</summary>
internal static class CalendarFile
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "text/calendar";

    private const string FileName = "kit.ics";
    private const string Words = "calendar.kit";
    private const string ProductWords = "calendar.product";

    // RFC 5545 section 3.1: no line is longer, its end not counted.
    private const int LineOctets = 75;

    /// <summary>The file.</summary>
    /// <param name="turn">The turn: words, product, time.</param>
    /// <param name="month">The month in which the kit ends.</param>
    /// <param name="day">The day to be reminded on.</param>
    public static string For(Turn turn, DateOnly month, DateOnly day)
    {
        var summary = (turn.Product is null ? turn.Library.Words[Words] : turn.Library.Words[ProductWords])
            .Replace("{product}", turn.Product?.Name, StringComparison.Ordinal)
            .Replace("{date}", KitDates.Words(turn.Library, month), StringComparison.Ordinal);
        var stamp = turn.Now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var text = Escaped(summary);
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//OverdoseBot//kit//EN",
            "BEGIN:VEVENT", $"UID:kit-{stamp}-{Day(month)}@overdosebot", $"DTSTAMP:{stamp}",
            $"DTSTART;VALUE=DATE:{Day(day)}", $"DTEND;VALUE=DATE:{Day(day.AddDays(1))}", $"SUMMARY:{text}", "TRANSP:TRANSPARENT",
            "BEGIN:VALARM", "ACTION:DISPLAY", $"DESCRIPTION:{text}", "TRIGGER:PT9H", "END:VALARM",
            "END:VEVENT", "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(l => Folded(l) + "\r\n"));
    }

    /// <summary>The file as an attachment.</summary>
    public static Attachment Attached(string file) => new()
    {
        ContentType = MediaType,
        ContentUrl = $"data:{MediaType};charset=utf-8;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(file))}",
        Name = FileName,
    };

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // RFC 5545 section 3.3.11.
    private static string Escaped(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    private static string Folded(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
