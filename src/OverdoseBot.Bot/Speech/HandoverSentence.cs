using System.Globalization;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>The times and doses of this case in one line for the crew, from the parts in <c>everywhere.yaml</c>.</summary>
internal static class HandoverSentence
{
    private const string DoseMark = "dose";

    /// <summary>
    /// As many parts as one SMS carries, in the script's order; the first wording whose marks stand is taken for each mark. Plain: no drug is named.
    /// </summary>
    public static string For(CaseRecord record, Library library, bool plain = false)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        var parts = new List<string>();
        foreach (var part in plain ? library.Handover.Where(p => p.When != Facts.Product).Select(p => p with { One = p.Plain ?? p.One }) : library.Handover)
        {
            if (said.Contains(part.Mark) || (part.When is not null && !record.Has(part.When)) || Part(record, part, library) is not { } text)
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

    private static string? Part(CaseRecord record, HandoverPart part, Library library)
    {
        if (part.Mark != DoseMark)
        {
            return record.Marks.TryGetValue(part.Mark, out var mark)
                ? part.One.Replace("{time}", Clock(mark.First, record), StringComparison.Ordinal)
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
            .Replace("{first}", Clock(doses[0], record), StringComparison.Ordinal)
            .Replace("{last}", Clock(doses[^1], record), StringComparison.Ordinal)
            .Replace("{count}", doses.Length.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static string Clock(DateTimeOffset time, CaseRecord record) =>
        time.ToOffset(record.Offset).ToString("HH:mm", CultureInfo.InvariantCulture);
}
