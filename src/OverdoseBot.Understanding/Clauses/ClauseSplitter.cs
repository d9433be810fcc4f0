using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Clauses;

/// <summary>
/// Cuts a message into clauses. People in panic write no full stops, so a new subject with its verb, a conjunction, a
/// question's word order, "now" and "wait" begin a clause too.
/// </summary>
internal static class ClauseSplitter
{
    public static void Split(Sentence sentence, List<Clause> clauses)
    {
        clauses.Clear();
        var state = new State();
        var start = 0;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (i > start && Begins(sentence, i, state))
            {
                clauses.Add(new Clause { Start = start, End = i });
                start = i;
                state = new State();
            }

            state = state.After(sentence.Roles[i], sentence.Tokens[i].Number >= 0);
        }

        if (sentence.Count > 0)
        {
            clauses.Add(new Clause { Start = start, End = sentence.Count });
        }
    }

    private static bool Begins(Sentence sentence, int i, in State state)
    {
        var role = sentence.Roles[i];
        if (sentence.Tokens[i].Before != Gap.None)
        {
            return true;
        }

        if (role == Role.None || (role & Role.Inside) != 0)
        {
            return state.AskedAll && (role & Role.Inside) == 0;
        }

        // "me dice que hacer" tells; "no se que hacer" asks.
        if (((role & Role.Ask) != 0 && state.Any && !sentence.Follows(i, Role.That)) || (state.AskedAll && (role & (Role.If | Role.When | Role.And | Role.Or)) == 0))
        {
            return true;
        }

        if ((role & (Role.But | Role.And | Role.Or)) != 0 || ((role & Role.Correction) != 0 && state.Any))
        {
            return true;
        }

        if ((role & Role.Subject) != 0 && !state.Opened)
        {
            return state.Content || state.Replied || (state.Subject && state.Verb);
        }

        // "it", "that" and "you" may be objects: they begin a clause only before a verb.
        if ((role & Role.SubjectOrObject) != 0 && !state.Opened && Next(sentence, i) is var next && sentence.Is(next, Role.Aux | Role.Past))
        {
            return state.Content || state.Replied || (state.Subject && state.Verb);
        }

        // "did i kill him | my brother is still not breathing"
        if ((role & Role.Someone) != 0 && state.Content && !state.Opened && sentence.Is(Next(sentence, i), Role.Aux))
        {
            return true;
        }

        // "no hes not | his chest isnt moving"
        if ((role & Role.Det) != 0 && state.Verb && !state.Content && sentence.Follows(i, Role.Not) && sentence.Is(i + 2, Role.Aux))
        {
            return true;
        }

        if ((role & Role.Aux) != 0 && state.Content && IsInversion(sentence, i, Role.Subject | Role.SubjectOrObject))
        {
            return true;
        }

        return state.Content && BeginsLate(sentence, i, role, state);
    }

    // What begins a clause only when something has been said before it.
    private static bool BeginsLate(Sentence sentence, int i, Role role, in State state)
    {
        var next = Next(sentence, i);
        return ((role & Role.Now) != 0 && state.Past && next < sentence.Count && sentence.Tokens[next].Before == Gap.None)
            || ((role & Role.Now) != 0 && sentence.Is(next, Role.Subject | Role.SubjectOrObject | Role.Not | Role.Aux | Role.Det))
            || ((role & Role.Question) != 0 && !state.Opened && !sentence.Follows(i, Role.Embeds) && (next >= sentence.Count || sentence.Is(next, Role.Aux | Role.If | Role.Past | Role.Future)))
            || ((role & (Role.If | Role.When)) != 0 && !state.Opened)
            || ((role & Role.Unsure) != 0)
            || ((role & (Role.Yes | Role.No)) != 0 && sentence.Is(next, Role.Subject | Role.SubjectOrObject));
    }

    /// <summary>A verb before its subject, and something said of it: "is he awake", "should i stop", "does the ...".</summary>
    public static bool IsInversion(Sentence sentence, int verb, Role subjects)
    {
        if (!sentence.Is(verb, Role.Aux))
        {
            return false;
        }

        var subject = Next(sentence, verb);
        if (sentence.Is(subject, Role.Not))
        {
            subject = Next(sentence, subject);
        }

        var after = Next(sentence, subject);
        return sentence.Is(subject, subjects) && sentence.Tokens[subject].Before == Gap.None
            && (after >= sentence.Count ? sentence.Tokens[sentence.Count - 1].Asked : (!sentence.Is(after, Role.Aux) || sentence.Is(after, Role.BareVerb)) && sentence.Tokens[after].Before == Gap.None);
    }

    /// <summary>The next word that is no filler and not inside a phrase.</summary>
    public static int Next(Sentence sentence, int i)
    {
        for (i++; i < sentence.Count && (sentence.Is(i, Role.Inside) || sentence.Roles[i] == Role.Filler); i++)
        {
        }

        return i;
    }

    private readonly record struct State(bool Any, bool Content, bool Subject, bool Verb, bool Opened, bool Replied, bool AskedAll, bool Past)
    {
        public State After(Role role, bool number)
        {
            if (role == Role.Filler || (role & Role.Inside) != 0)
            {
                return this;
            }

            if ((role & Role.Ask) != 0)
            {
                return new State(true, true, false, false, false, false, true, Past);
            }

            if ((role & Role.Opener) != 0)
            {
                return new State(true, false, false, false, true, false, false, Past);
            }

            var grammar = Role.Subject | Role.SubjectOrObject | Role.Aux | Role.Not | Role.Past | Role.But | Role.And | Role.Or
                | Role.Now | Role.Correction | Role.Yes | Role.No | Role.Det | Role.Future;
            return new State(
                true,
                Content || number || (role & grammar) == 0,
                Subject || (role & (Role.Subject | Role.SubjectOrObject)) != 0,
                Verb || (Subject && (role & (Role.Aux | Role.Not | Role.Past | Role.Future)) != 0),
                false,
                (role & (Role.Yes | Role.No)) != 0 && !Content,
                false,
                Past || (role & Role.Past) != 0);
        }
    }
}
