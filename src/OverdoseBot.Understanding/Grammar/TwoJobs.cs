using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Grammar;

/// <summary>
/// Tells apart what a word of two jobs does, by its place. "no" denies a verb that follows it and answers when it stands
/// apart; "n" answers alone and joins between words; "si" affirms at the head of a clause and supposes after other words, or where a question follows.
/// </summary>
internal static class TwoJobs
{
    // What may stand before a "si" that affirms: "ella si respira", "pero si respira", "ahora si".
    private const Role BeforeYes = Role.Subject | Role.SubjectOrObject | Role.But | Role.Now | Role.Hedge | Role.Yes | Role.No | Role.Correction;

    // What follows an answer rather than what it denies: "no ella esta bien", "no y esta morado".
    private const Role AfterNo = Role.Subject | Role.SubjectOrObject | Role.But | Role.And | Role.Or | Role.Yes | Role.No | Role.Correction | Role.Ask | Role.Why;

    private const Role Supposes = Role.Ask | Role.Question | Role.Why | Role.Future;

    public static void Resolve(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (!sentence.Is(i, Role.TwoJobs))
            {
                continue;
            }

            if (sentence.Is(i, Role.No) && sentence.Is(i, Role.And))
            {
                sentence.Roles[i] &= ~(i == 0 || IsLast(sentence, i, out _) ? Role.And : Role.No);
            }
            else if (sentence.Is(i, Role.No) && sentence.Is(i, Role.Not))
            {
                sentence.Roles[i] &= ~(StandsApart(sentence, i) ? Role.Not : Role.No);
            }
            else if (sentence.Is(i, Role.Yes) && sentence.Is(i, Role.If))
            {
                sentence.Roles[i] &= ~(Affirms(sentence, i) ? Role.If : Role.Yes);
            }
            else if (sentence.Is(i, Role.Unsure) && sentence.Is(i, Role.Not))
            {
                // "no se que tomo", "no se", but "no se mueve".
                var unsure = IsLast(sentence, i, out var next) || (i + 1 < sentence.Count && sentence.Tokens[i + 1].Accented && sentence.Is(i + 1, Role.Inside)) || sentence.Is(next, Role.Opener | Role.Ask | Role.Yes | Role.But | Role.And | Role.Subject);
                sentence.Roles[i] &= ~(unsure ? Role.Not : Role.Unsure);
            }
        }
    }

    // "no yo" and "no estoy" deny what follows; "no ella respira" answers first.
    private static bool StandsApart(Sentence sentence, int i) =>
        IsLast(sentence, i, out var next)
        || (sentence.Is(next, AfterNo) && !sentence.Is(next, Role.Inflected) && !(sentence.Is(next, Role.Subject) && IsLast(sentence, next, out _)));

    // Whether nothing follows before a gap; skips over the rest of its own phrase.
    private static bool IsLast(Sentence sentence, int i, out int next)
    {
        next = ClauseSplitter.Next(sentence, i);
        for (var at = i + 1; at <= next && at < sentence.Count; at++)
        {
            if (sentence.Tokens[at].Before != Gap.None)
            {
                return true;
            }
        }

        return next >= sentence.Count;
    }

    private static bool Affirms(Sentence sentence, int i)
    {
        if (IsLast(sentence, i, out var next) || sentence.Tokens[i].Accented)
        {
            return true;
        }

        var before = i;
        while (before > 0 && sentence.Tokens[before].Before == Gap.None && (sentence.Is(before - 1, Role.Inside) || sentence.Roles[before - 1] == Role.Filler))
        {
            before--;
        }

        if (before > 0 && sentence.Tokens[before].Before == Gap.None && !sentence.Is(before - 1, BeforeYes))
        {
            return false;
        }

        for (; next < sentence.Count && sentence.Tokens[next].Before != Gap.Strong; next++)
        {
            if (sentence.Is(next, Supposes))
            {
                return false;
            }
        }

        return true;
    }
}
