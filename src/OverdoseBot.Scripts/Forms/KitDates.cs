using System.Globalization;

namespace OverdoseBot.Scripts;

/// <summary>How the month in which a kit ends is written and read: by the words of the language, <c>month.1</c> to <c>month.12</c>.</summary>
public static class KitDates
{
    /// <summary>What stands between braces for it.</summary>
    public const string Hole = "kit.date";

    /// <summary>The aside that a reminder says; no move tells it.</summary>
    public const string Ends = "kit-ends";

    private const string Shown = "month.shown";
    private const string Unknown = "month.unknown";
    private const string Joins = "month.joins";

    /// <summary>A month and year in words; when it is not known, words that fit in its place; null: the language has no words for it.</summary>
    /// <param name="library">The scripts.</param>
    /// <param name="date">Any day of the month; null: not known.</param>
    public static string? Words(Library library, DateOnly? date)
    {
        ArgumentNullException.ThrowIfNull(library);
        return date is not { } known ? library.Words.GetValueOrDefault(Unknown)
            : library.Words.GetValueOrDefault(Shown)?
                .Replace("{month}", library.Words.GetValueOrDefault(Key(known.Month)), StringComparison.Ordinal)
                .Replace("{year}", known.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>The names of a month, 1 to 12, in every language of the scripts: a box may be printed in another than its owner reads.</summary>
    public static IEnumerable<string> Names(Library library, int month)
    {
        ArgumentNullException.ThrowIfNull(library);
        return library.InAllLanguages().Select(l => l.Words.GetValueOrDefault(Key(month))).OfType<string>();
    }

    /// <summary>Small words that may stand between a month and its year, in every language.</summary>
    public static IEnumerable<string> Between(Library library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return library.InAllLanguages().SelectMany(l => l.Words.GetValueOrDefault(Joins)?.Split(' ') ?? []);
    }

    /// <summary>All words that a date can be, for checks.</summary>
    internal static IEnumerable<string> All(Library library) =>
        Enumerable.Range(1, 12).Select(m => (DateOnly?)new DateOnly(2030, m, 1)).Append(null).Select(d => Words(library, d)).OfType<string>();

    private static string Key(int month) => string.Create(CultureInfo.InvariantCulture, $"month.{month}");
}
