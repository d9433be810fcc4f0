using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>A complaint that takes good news back in part: "breathing, but his lips look weird".</summary>
internal static class Concession
{
    /// <summary>Whether a clause is set against what was said before: "but ...", "though ...", "... though".</summary>
    public static bool Is(Desk desk, int clause)
    {
        if (Begins(desk.Sentence, desk.Clauses[clause]))
        {
            return true;
        }

        // "breathing but, his lips look weird" and "breathing. lips look weird though"
        return (clause > 0 && IsOnly(desk, clause - 1)) || (clause + 1 < desk.Clauses.Count && IsOnly(desk, clause + 1));
    }

    /// <summary>Whether a clause tells of something by words nobody listed. What the writer asks for himself tells nothing.</summary>
    public static bool HasComplaint(Sentence sentence, in Clause clause) =>
        Clause.HasContent(sentence, clause.Start, clause.End)
        && !clause.Is(Manner.Hypothetical | Manner.Over)
        && !(clause.Is(Manner.Asked) && clause.Is(Manner.OfWriter));

    private static bool IsOnly(Desk desk, int clause)
    {
        var (sentence, at) = (desk.Sentence, desk.Clauses[clause]);
        if (!Begins(sentence, at))
        {
            return false;
        }

        for (var i = at.Start; i < at.End; i++)
        {
            if (sentence.Roles[i] != Role.Filler && !sentence.Is(i, Role.Concede | Role.Inside))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Begins(Sentence sentence, in Clause clause)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (sentence.Is(i, Role.Concede))
            {
                return true;
            }

            if (sentence.Roles[i] != Role.Filler && !sentence.Is(i, Role.Inside | Role.And | Role.But))
            {
                return false;
            }
        }

        return false;
    }
}
