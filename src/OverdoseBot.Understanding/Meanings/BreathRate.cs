using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>Breaths told in numbers: "every 10 sec", "8 a minute", "2 breaths in 30 seconds".</summary>
internal static class BreathRate
{
    // A number without a unit is of seconds up to a minute; "al 911" is a call, not a rate.
    private const int Longest = 60;

    /// <summary>The meaning of a rate that a clause tells, or null.</summary>
    public static string? Read(Sentence sentence, in Clause clause, BreathGaps gaps, bool aboutBreath)
    {
        if (clause.Is(Manner.Asked | Manner.Hypothetical | Manner.Over) || (clause.Is(Manner.OfWriter) && !IsCounted(sentence, clause)))
        {
            return null;
        }

        var breaths = -1;
        var unit = aboutBreath;
        var (pause, longest) = (false, 0);
        for (var i = clause.Start; i < clause.End; i++)
        {
            unit |= sentence.Is(i, Role.BreathUnit);
            if (sentence.Tokens[i].Number > 0 && breaths < 0 && !sentence.Is(i - 1, Role.Every))
            {
                breaths = sentence.Tokens[i].Number;
            }

            // "gaps like 15 seconds", "quiet for 6 7 seconds"
            pause |= sentence.Is(i, Role.Pause);
            longest = sentence.Is(i, Role.Second) && sentence.Tokens[i - 1 < 0 ? 0 : i - 1].Number is > 0 and var told ? Math.Max(longest, told) : longest;

            // "10 seconds between breaths" tells the gap itself.
            if (sentence.Is(i, Role.Apart) && sentence.Is(i - 1, Role.Second) && i >= 2 && sentence.Tokens[i - 2].Number > 0)
            {
                return Meaning(sentence.Tokens[i - 2].Number, false, gaps);
            }

            if (unit && sentence.Is(i, Role.Every) && !sentence.Used[i] && Seconds(sentence, i, clause.End) is > 0 and var seconds && (breaths > 0 || sentence.Tokens[ClauseSplitter.Next(sentence, i)].Number > 0))
            {
                return Meaning((double)seconds / Math.Max(1, breaths), breaths > 1, gaps);
            }
        }

        return aboutBreath && pause && longest > 0 && !clause.Is(Manner.Past) ? (longest < gaps.None ? "slow" : "stopped-breathing") : null;
    }

    private static bool IsCounted(Sentence sentence, in Clause clause)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (sentence.Is(i, Role.Counted))
            {
                return true;
            }
        }

        return false;
    }

    private static int Seconds(Sentence sentence, int every, int end)
    {
        var at = ClauseSplitter.Next(sentence, every);
        if (at >= end)
        {
            return 0;
        }

        var number = sentence.Tokens[at].Number;
        var unit = number > 0 ? ClauseSplitter.Next(sentence, at) : at;

        // "every 10 to 15 seconds": the longer one.
        for (; number > 0 && unit < end && unit <= at + 3 && !sentence.Is(unit, Role.Minute | Role.Second); unit++)
        {
            number = Math.Max(number, sentence.Tokens[unit].Number);
        }

        // "a minute ago", "hace un minuto" is a time, "8 a minute" is a rate.
        if (sentence.Is(ClauseSplitter.Next(sentence, unit), Role.Ago) || sentence.Follows(every, Role.AgoFirst))
        {
            return 0;
        }

        return unit < end && sentence.Is(unit, Role.Minute) ? 60 * Math.Max(1, number)
            : unit < end && sentence.Is(unit, Role.Second) ? Math.Max(1, number)
            : number <= Longest ? number : 0;
    }

    // Counting five in thirty seconds is normal and three is slow; "one every six seconds" is not quite normal, "every ten" is none.
    private static string Meaning(double gap, bool counted, BreathGaps gaps) =>
        gap > gaps.None || (!counted && gap >= gaps.None) ? "stopped-breathing"
        : gap > gaps.Slow || (!counted && gap >= gaps.Slow) ? "slow"
        : "breathing-now";
}
