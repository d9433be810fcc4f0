using System.Runtime.InteropServices;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Clauses;

/// <summary>Decides how each clause was said: asked, supposed, doubted, of the past, of now.</summary>
internal static class MannerReader
{
    private const int ShortQuestion = 3;
    private const Role Denies = Role.Not | Role.Stop | Role.NoneOf;

    public static void Read(Sentence sentence, List<Clause> clauses)
    {
        var all = CollectionsMarshal.AsSpan(clauses);
        for (var i = 0; i < all.Length; i++)
        {
            all[i].Manner = Of(sentence, all[i]);
            var manner = all[i].Manner;
            if (i > 0 && (manner & Manner.Joined) != 0 && (manner & Manner.HasSubject) == 0 && (manner & Manner.Now) == 0)
            {
                // "overdosed last night and wont wake up": what fails is of now.
                var fails = (manner & Manner.Past) == 0 && sentence.HasAny(all[i].Start, all[i].End, Denies);
                all[i].Manner |= all[i - 1].Manner & Manner.Carried & (fails ? ~Manner.Over : ~Manner.None);
            }
        }

        // A question mark reaches back over "and" and "or".
        for (var i = all.Length - 1; i > 0; i--)
        {
            if ((all[i].Manner & (Manner.Joined | Manner.HasSubject)) == Manner.Joined && sentence.Tokens[all[i].Start].Before == Gap.None)
            {
                // "no respira y le doy agua?" asks about the water only.
                var asked = all[i].Manner & (Manner.Asked | Manner.Marked | Manner.Wondered);
                all[i - 1].Manner |= asked != Manner.None && sentence.HasAny(all[i - 1].Start, all[i - 1].End, Denies) ? Manner.Wondered : asked;
            }
        }
    }

    private static Manner Of(Sentence sentence, in Clause clause)
    {
        var manner = Manner.None;
        var (words, negated, opened) = (0, false, false);
        var (first, headDenied) = (-1, false);
        for (var i = clause.Start; i < clause.End; i++)
        {
            var role = sentence.Roles[i];
            if ((role & Role.Inside) != 0)
            {
                continue;
            }

            words += role == Role.Filler ? 0 : 1;
            negated |= (role & (Role.Not | Role.Stop | Role.NoneOf)) != 0;
            if (first < 0 && (role & (Role.Filler | Role.But | Role.And | Role.Or | Role.Correction | Role.Yes | Role.No | Role.Now)) == 0)
            {
                first = i;
                headDenied = negated && sentence.Follows(i, Role.Not);
            }

            manner |= (role & Role.Unsure) != 0 ? UnsureOf(sentence, i) : Manner.None;
            manner |= (role & Role.If) != 0 && !opened ? Manner.Hypothetical : Manner.None;
            manner |= Plain(role, (manner & Manner.HasSubject) == 0);
            opened |= (role & Role.Unsure) != 0;
        }

        // "ya no puedo seguir" states; "puedo seguir" asks.
        if (!headDenied && IsQuestion(sentence, first, clause, out var why))
        {
            manner |= why ? Manner.Presumed | Manner.Asked : Manner.Asked;
        }
        else if (sentence.Tokens[clause.End - 1].Asked)
        {
            manner |= !negated && words <= ShortQuestion && (manner & Manner.HasSubject) == 0 ? Manner.Asked | Manner.Marked : Manner.Wondered;
        }

        return manner;
    }

    private static Manner Plain(Role role, bool firstSubject)
    {
        var manner = (role & Role.When) != 0 ? Manner.Aside : Manner.None;
        manner |= (role & Role.Hedge) != 0 ? Manner.Hedged : Manner.None;
        manner |= (role & Role.Past) != 0 ? Manner.Past : Manner.None;
        manner |= (role & Role.Now) != 0 ? Manner.Now : Manner.None;
        manner |= (role & Role.Correction) != 0 ? Manner.Corrects : Manner.None;
        manner |= (role & Role.Over) != 0 ? Manner.Over : Manner.None;
        manner |= (role & Role.Or) != 0 ? Manner.OrJoined | Manner.Joined : Manner.None;
        manner |= (role & Role.And) != 0 ? Manner.Joined : Manner.None;
        manner |= (role & (Role.Subject | Role.SubjectOrObject)) != 0 ? Manner.HasSubject : Manner.None;
        manner |= (role & Role.I) != 0 && firstSubject ? Manner.OfWriter : Manner.None;
        return manner;
    }

    // "idk what he took" says nothing about what follows; "idk if he breathes" doubts it.
    private static Manner UnsureOf(Sentence sentence, int i) =>
        sentence.Is(ClauseSplitter.Next(sentence, i), Role.Question | Role.Why) && sentence.Tokens[ClauseSplitter.Next(sentence, i)].Before == Gap.None
            ? Manner.None
            : Manner.Unsure;

    private static bool IsQuestion(Sentence sentence, int first, in Clause clause, out bool why)
    {
        why = false;
        if (first < 0 || first >= clause.End)
        {
            return false;
        }

        // A dropped "i think": "think hes awake how do i tell" is cut before "how".
        why = sentence.Is(first, Role.Why);
        return why || sentence.Is(first, Role.Question | Role.Ask) || ClauseSplitter.IsInversion(sentence, first, Role.Subject | Role.SubjectOrObject | (sentence.Is(first, Role.BareVerb) ? Role.None : Role.Det));
    }
}
