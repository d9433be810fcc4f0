using System.Collections.Immutable;
using System.Globalization;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot.Practising;

/// <summary>How a goal came out.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Met">True when it was met.</param>
/// <param name="After">How long after the start, or after the dose before; null: it never came, or there is no moment to it.</param>
internal sealed record Result(Goal Goal, bool Met, TimeSpan? After);

/// <summary>Scores a practice by the goals of its scenario (clinical.md 11). A function of what was done and when, by the clock that was played.</summary>
internal static class Scoring
{
    /// <summary>Each goal in the order of the page.</summary>
    public static ImmutableArray<Result> Of(DrillState drill, Scenario scenario, Drills drills) => [.. scenario.Goals.Select(g => Of(drill, drills.Goals[g]))];

    /// <summary>A time as minutes and seconds: <c>1:05</c>.</summary>
    public static string Shown(TimeSpan time) => time.ToString(@"m\:ss", CultureInfo.InvariantCulture);

    private static Result Of(DrillState drill, Goal goal)
    {
        var doses = drill.Case.Doses;
        if (goal.MostDoses is { } most)
        {
            return new Result(goal, doses.Length <= most, null);
        }

        var moments = new List<DateTimeOffset?>();
        if (goal.Heard is { } heard)
        {
            // The first answer given there is the one that counts.
            var deeds = drill.Deeds.Where(d => goal.At is null || d.At == goal.At.ToString()).ToList();
            var first = goal.At is null ? deeds.Find(d => d.Fact == heard) : deeds.FirstOrDefault() is { } one && one.Fact == heard ? one : null;
            moments.Add(first?.Time);
        }

        if (goal.Mark is { } mark)
        {
            moments.Add(drill.Case.Marks.GetValueOrDefault(mark)?.First);
        }

        if (goal.Dose > 0)
        {
            moments.Add(doses.Length >= goal.Dose ? doses[goal.Dose - 1] : null);
        }

        var from = goal.Dose > 1 && doses.Length >= goal.Dose ? doses[goal.Dose - 2] : drill.Began;
        if (moments.Contains(null))
        {
            return new Result(goal, false, null);
        }

        var after = moments.Max()!.Value - from;
        return new Result(goal, after >= goal.NotBefore && (goal.Within == TimeSpan.Zero || after <= goal.Within), after);
    }
}
