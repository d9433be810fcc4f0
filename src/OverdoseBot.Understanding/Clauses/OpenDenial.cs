using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Clauses;

/// <summary>A denial with nothing behind it yet: "hes not", "i dont think hes", "todavia no". People who type fast send the rest in a message of its own.</summary>
internal static class OpenDenial
{
    private const Role Denies = Role.Not | Role.NoneOf | Role.No;
    private const Role SaysNothing = Role.Filler | Role.Aux | Role.Inside | Role.InnerNot | Role.Hedge | Role.Subject | Role.SubjectOrObject | Role.I | Role.Det | Role.Someone;

    /// <summary>Whether the words may be the end of a sentence that another message began: "she woke up", "ya respira" and "breathing? yes" are sentences of their own.</summary>
    public static bool MayBeEndedBy(Sentence sentence, List<Clause> clauses) =>
        clauses.Count > 0 && !clauses[0].Is(Manner.HasSubject | Manner.Now | Manner.Corrects) && !sentence.Is(0, Role.Yes)
        && !(clauses.Count > 1 && sentence.Is(clauses[1].Start, Role.Yes));

    /// <summary>Whether a message ends in one.</summary>
    public static bool In(Sentence sentence)
    {
        var last = sentence.Count - 1;
        while (last >= 0 && !sentence.Is(last, Denies) && sentence.Is(last, SaysNothing) && !sentence.Used[last])
        {
            last--;
        }

        return sentence.Is(last, Denies) && !sentence.Is(last, Role.Unsure);
    }
}
