using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Clauses;

/// <summary>A denial with nothing behind it yet: "hes not", "i dont think hes", "todavia no". People who type fast send the rest in a message of its own.</summary>
internal static class OpenDenial
{
    private const Role Denies = Role.Not | Role.NoneOf | Role.No;
    private const Role SaysNothing = Role.Filler | Role.Aux | Role.Inside | Role.InnerNot | Role.Hedge | Role.Subject | Role.SubjectOrObject | Role.I | Role.Det | Role.Someone;

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
