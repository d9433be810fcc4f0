using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>Breaths told by their number alone where they were to be counted: "7", "counted 7 in the 30", "about three", "less than five".</summary>
internal static class BreathCount
{
    // One breath in half a minute leaves a gap that counts as none.
    private const int Fewest = 2;
    private const Role Before = Role.FewerThan | Role.MoreThan | Role.Not | Role.NoneOf;
    private const Role After = Role.BreathUnit | Role.Every | Role.Or | Role.Hedge | Role.Harmless | Role.But | Role.And | Role.MoreThan | Role.Now | Role.Over;

    /// <summary>Whether the step that was asked at wants a count.</summary>
    public static bool IsAsked(BreathGaps breaths, Asked asked) =>
        breaths.CountedAt is { } at && at.Length == asked.Dialog.Length + asked.Step.Length + 1
        && at.StartsWith(asked.Dialog, StringComparison.Ordinal) && at.EndsWith(asked.Step, StringComparison.Ordinal);

    /// <summary>The meaning of a count that a clause tells, or null.</summary>
    public static string? Read(Sentence sentence, in Clause clause, BreathGaps breaths)
    {
        if (clause.Is(Manner.Asked | Manner.Hypothetical | Manner.Over))
        {
            return null;
        }

        for (var i = clause.Start; i < clause.End; i++)
        {
            if (sentence.Tokens[i].Number >= 0)
            {
                return IsCount(sentence, clause, i) ? Meaning(sentence, clause, i, breaths) : null;
            }

            if (!sentence.Is(i, Role.BreathUnit | Role.Counted | Before) && Clause.HasWords(sentence, i, i + 1))
            {
                return null;
            }
        }

        return null;
    }

    // "7", "7 breaths", "7 in 30"; not "2 minutes", "3 sprays", "4 of us", "30 seconds".
    private static bool IsCount(Sentence sentence, in Clause clause, int number)
    {
        var next = ClauseSplitter.Next(sentence, number);
        return next >= clause.End || (sentence.Is(next, After) && !sentence.Is(next, Role.Minute | Role.Second | Role.Hour))
            || (sentence.Tokens[next].Number >= 0 && IsCount(sentence, clause, next));
    }

    private static string? Meaning(Sentence sentence, in Clause clause, int number, BreathGaps breaths)
    {
        var count = sentence.Tokens[number].Number;
        var compared = Role.None;
        for (var i = clause.Start; i < number; i++)
        {
            compared |= sentence.Roles[i] & Before;
        }

        // "6 or 7", "4 maybe 5": the lower one.
        var next = ClauseSplitter.Next(sentence, number);
        while (next < clause.End && sentence.Is(next, Role.Or | Role.Hedge))
        {
            next = ClauseSplitter.Next(sentence, next);
        }

        count = next < clause.End && sentence.Tokens[next].Number is >= 0 and var other ? Math.Min(count, other) : count;
        if (sentence.Is(ClauseSplitter.Next(sentence, number), Role.MoreThan))
        {
            compared |= Role.MoreThan;
        }

        var good = count >= breaths.Enough || ((compared & Role.MoreThan) != 0 && count == breaths.Enough - 1);
        return (compared & (Role.FewerThan | Role.Not | Role.NoneOf)) != 0 ? (count <= breaths.Enough ? "slow" : "unclear")
            : good ? (clause.Is(Manner.Hedged | Manner.Unsure | Manner.Wondered) ? "unclear" : "breathing-now")
            : (compared & Role.MoreThan) != 0 ? "unclear"
            : count < Fewest ? "stopped-breathing" : "slow";
    }
}
