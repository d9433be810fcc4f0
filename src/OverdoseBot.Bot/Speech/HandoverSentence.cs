using System.Globalization;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>The times and doses of this case in one line for the crew, from the parts in <c>everywhere.yaml</c>.</summary>
internal static class HandoverSentence
{
    private const string DoseMark = "dose";
    private const string Number = "{number}";
    private static readonly TimeSpan _hoursFrom = TimeSpan.FromMinutes(100);

    /// <summary>
    /// As many parts as one SMS carries, in the script's order; the first wording whose marks stand is taken for each mark.
    /// </summary>
    /// <param name="record">The case.</param>
    /// <param name="library">The scripts in the person's language.</param>
    /// <param name="now">When it is said: where the person's clock is not known, times are so long ago.</param>
    /// <param name="plain">No drug is named.</param>
    public static string For(CaseRecord record, Library library, DateTimeOffset now, bool plain = false)
    {
        string Time(DateTimeOffset at) => record.Offset is { } offset ? at.ToOffset(offset).ToString("HH:mm", CultureInfo.InvariantCulture) : Ago(now - at, library);
        var said = new HashSet<string>(StringComparer.Ordinal);
        var parts = new List<string>();
        foreach (var part in plain ? library.Handover.Where(p => p.When != Facts.Product).Select(p => p with { One = p.Plain ?? p.One }) : library.Handover)
        {
            if (said.Contains(part.Mark) || (part.When is not null && !record.Has(part.When)) || Part(record, part, library, Time) is not { } text)
            {
                continue;
            }

            said.Add(part.Mark);
            if (part.Mark == DoseMark)
            {
                // Said doses make guesses about the device needless.
                said.Add("device");
            }

            if (parts.Sum(p => p.Length + 2) + text.Length <= HandoverPart.LongestSentence)
            {
                parts.Add(text);
            }
        }

        return string.Join(", ", parts);
    }

    private static string? Part(CaseRecord record, HandoverPart part, Library library, Func<DateTimeOffset, string> time)
    {
        if (part.Mark != DoseMark)
        {
            return record.Marks.TryGetValue(part.Mark, out var mark)
                ? part.One.Replace("{time}", time(mark.First), StringComparison.Ordinal)
                : null;
        }

        var doses = record.Doses;
        var pattern = doses.Length switch
        {
            0 => null,
            1 => part.One,
            2 => part.Two ?? part.One,
            _ => part.More ?? part.One,
        };
        return pattern?
            .Replace("{product}", record.Product is { } id ? library.Products.GetValueOrDefault(id)?.Name : null, StringComparison.Ordinal)
            .Replace("{first}", time(doses[0]), StringComparison.Ordinal)
            .Replace("{last}", time(doses[^1]), StringComparison.Ordinal)
            .Replace("{count}", doses.Length.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static string Ago(TimeSpan ago, Library library)
    {
        var (name, number) = ago < _hoursFrom ? ("handover.minutes", Math.Max(1, ago.TotalMinutes)) : ("handover.hours", ago.TotalHours);
        return library.Words[name].Replace(Number, Math.Round(number).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
