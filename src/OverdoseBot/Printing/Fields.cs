using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using OverdoseBot.Scripts;

namespace OverdoseBot.Printing;

/// <summary>The fields of a record as names and texts: a field that is added to a record is in the book without a word here.</summary>
internal static partial class Fields
{
    /// <summary>All of them but where they are written, in the order of the record.</summary>
    public static IEnumerable<(string Name, string Text)> Of(object record) =>
        record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType != typeof(Spot) && p.GetIndexParameters().Length == 0)
            .Select(p => (Name(p.Name), Text(p.GetValue(record))));

    private static string Text(object? value) => value switch
    {
        null => "–",
        string text => text,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan time => Times.Text(time),
        bool flag => flag ? "yes" : "no",
        Place place => place.ToString(),
        Wording words => string.Join(" ", words.Say),
        IEnumerable many => string.Join(", ", many.Cast<object?>().Select(Text)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => string.Join("; ", Of(other).Select(f => $"{f.Name}: {f.Text}")),
    };

    private static string Name(string property) =>
        property[..1] + WordStart().Replace(property[1..], m => " " + m.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]")]
    private static partial Regex WordStart();
}
