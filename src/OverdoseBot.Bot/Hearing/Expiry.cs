using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>
/// Reads the month in which a kit ends from what somebody typed off its box: <c>05/2028</c>, <c>5-28</c>, <c>2028-05-31</c>, <c>EXP MAY 2028</c>,
/// <c>31 mayo de 2028</c>. A date that could be two months is no date: it is asked for again.
/// </summary>
internal static partial class Expiry
{
    /// <summary>The answer of a date that lies ahead, this month included: a kit is good till the end of its month.</summary>
    public const string Good = "date-good";

    /// <summary>The answer of a date that has passed.</summary>
    public const string Past = "date-past";

    // What a box can say: no product keeps longer, and nobody keeps one for longer.
    private const int MostYearsPast = 20;
    private const int MostYearsAhead = 12;

    /// <summary>At a step that asks for it, a date in the message is its answer.</summary>
    public static void Take(Turn turn, Step step, string? text)
    {
        if (!turn.Typed || step.Answers.All(a => a.Word != Good) || Read(text, turn.Library, turn.Now) is not { } month)
        {
            return;
        }

        var answer = month.AddMonths(1) > Day(turn.Now) ? Good : Past;
        turn.Facts.Add(answer);
        turn.Reading = turn.Reading! with { Answer = answer };
        turn.Record = turn.Record with { Expires = month };
    }

    /// <summary>The month that a text names, as its first day; null: none, or more than one.</summary>
    public static DateOnly? Read(string? text, Library library, DateTimeOffset now)
    {
        var plain = Bare(text ?? string.Empty);
        var joined = Joined().Matches(plain);
        if (joined.Count > 0)
        {
            return joined.Count == 1 ? Numbers([.. joined[0].Groups.Values.Skip(1).Where(g => g.Success).Select(g => g.Value)], now) : null;
        }

        var parts = Part().Matches(plain).Select(m => m.Value).ToList();
        var between = KitDates.Between(library).ToHashSet(StringComparer.Ordinal);
        var named = Enumerable.Range(0, parts.Count).Select(i => (At: i, Month: Month(parts[i], library)))
            .Where(n => n.Month > 0 && IsBesideNumber(parts, n.At, between)).ToList();
        var numbers = parts.Where(p => char.IsAsciiDigit(p[0])).ToList();
        return named.DistinctBy(n => n.Month).Count() switch
        {
            0 => Numbers(numbers, now),
            1 => Named(named[0].Month, numbers, now),
            _ => null,
        };
    }

    private static DateOnly? Numbers(List<string> numbers, DateTimeOffset now) => numbers switch
    {
        [{ Length: 4 } year, var month] => Of(year, month, now),
        [var month, var year] => Of(year, month, now),
        [{ Length: 4 } year, var month, var day] => IsDay(day) ? Of(year, month, now) : null,
        [var one, var two, var year] => OfDay(year, one, two, now),
        [{ Length: 8 } all] => Of(all[..4], all[4..6], now) ?? OfDay(all[4..], all[..2], all[2..4], now),
        [{ Length: 6 } all] => Of(all[2..], all[..2], now) ?? Of(all[..4], all[4..], now),
        [{ Length: 4 } all] => Of(all[2..], all[..2], now),
        _ => null,
    };

    private static DateOnly? Named(int month, List<string> numbers, DateTimeOffset now)
    {
        var name = month.ToString(CultureInfo.InvariantCulture);
        return numbers switch
        {
            [var year] => Of(year, name, now),
            [{ Length: 4 } year, var day] => IsDay(day) ? Of(year, name, now) : null,
            [var day, var year] => IsDay(day) ? Of(year, name, now) : null,
            _ => null,
        };
    }

    // 31/05/28 and 05/31/28 say which is the month; 03/04/28 does not.
    private static DateOnly? OfDay(string year, string one, string two, DateTimeOffset now) =>
        one == two || !IsMonth(two) ? (IsDay(two) ? Of(year, one, now) : null)
        : !IsMonth(one) && IsDay(one) ? Of(year, two, now)
        : null;

    private static DateOnly? Of(string year, string month, DateTimeOffset now)
    {
        if (year.Length is not (2 or 4) || !IsMonth(month))
        {
            return null;
        }

        var full = Number(year) + (year.Length == 2 ? 2000 : 0);
        return full < now.Year - MostYearsPast || full > now.Year + MostYearsAhead ? null : new DateOnly(full, Number(month), 1);
    }

    private static bool IsMonth(string text) => text.Length <= 2 && Number(text) is >= 1 and <= 12;

    private static bool IsDay(string text) => text.Length <= 2 && Number(text) is >= 1 and <= 31;

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    // "JAN", "sept", "mayo": the first three letters of a name or more of them.
    private static int Month(string word, Library library) => word.Length < 3 || !char.IsLetter(word[0]) ? 0
        : Enumerable.Range(1, 12).FirstOrDefault(m => KitDates.Names(library, m).Any(n => Bare(n).StartsWith(word, StringComparison.Ordinal)));

    // "it may be 2028" names no month.
    private static bool IsBesideNumber(List<string> parts, int at, HashSet<string> between)
    {
        bool IsNumber(int i) => i >= 0 && i < parts.Count && char.IsAsciiDigit(parts[i][0]);
        bool Joins(int i) => i >= 0 && i < parts.Count && between.Contains(parts[i]);
        return IsNumber(at + 1) || IsNumber(at - 1) || (Joins(at + 1) && IsNumber(at + 2)) || (Joins(at - 1) && IsNumber(at - 2));
    }

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            bare.Append(char.ToLowerInvariant(c));
        }

        return bare.ToString();
    }

    [GeneratedRegex(@"(?<![0-9])([0-9]{1,4})\s*[/.\-]\s*([0-9]{1,4})(?:\s*[/.\-]\s*([0-9]{1,4}))?(?![0-9])")]
    private static partial Regex Joined();

    [GeneratedRegex(@"[0-9]+|\p{L}+")]
    private static partial Regex Part();
}
