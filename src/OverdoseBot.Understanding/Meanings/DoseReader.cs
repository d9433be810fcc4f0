using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>Reads how many doses were given, and when: "gave 2 sprays 5 min ago".</summary>
internal static class DoseReader
{
    private const int MostDoses = 20;
    private const int MostMinutes = 24 * 60;

    public static DoseReport Read(Sentence sentence)
    {
        var (count, ago) = (1, (TimeSpan?)null);
        for (var i = 0; i < sentence.Count; i++)
        {
            var number = sentence.Tokens[i].Number;
            var next = ClauseSplitter.Next(sentence, i);
            if (number is > 0 and <= MostDoses && (sentence.Is(next, Role.DoseUnit)
                || (sentence.Used[i] && !sentence.Is(next, Role.Minute | Role.Second | Role.Hour | Role.BreathUnit))))
            {
                count = number;
            }
            else if (number > 0 && Unit(sentence, next) is { } unit && (sentence.Is(ClauseSplitter.Next(sentence, next), Role.Ago) || sentence.Follows(i, Role.AgoFirst)))
            {
                ago = Math.Min(number, MostMinutes) * unit;
            }
            else if (number < 0 && sentence.Is(i, Role.Every) && Unit(sentence, next) is { } one
                && (sentence.Is(ClauseSplitter.Next(sentence, next), Role.Ago) || sentence.Follows(i, Role.AgoFirst)))
            {
                ago ??= one;
            }
            else if (sentence.Is(i, Role.Just))
            {
                ago ??= TimeSpan.Zero;
            }
        }

        return new DoseReport(count, ago);
    }

    private static TimeSpan? Unit(Sentence sentence, int at) =>
        sentence.Is(at, Role.Minute) ? TimeSpan.FromMinutes(1)
        : sentence.Is(at, Role.Second) ? TimeSpan.FromSeconds(1)
        : sentence.Is(at, Role.Hour) ? TimeSpan.FromHours(1)
        : null;
}
