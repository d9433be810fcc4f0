using System.Runtime.InteropServices;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Feelings;

/// <summary>
/// Tells whose a feeling is, by what stands before it: "hes scared", "my mom is freaking out", "she is pale and shaking" are somebody
/// else's. In doubt it is the writer's: a person too many is offered help, never one too few.
/// </summary>
internal static class Whose
{
    private const Role Passed = Role.Filler | Role.Aux | Role.Not | Role.Hedge | Role.Future | Role.Inside | Role.Det | Role.Now | Role.Past;
    private const FeelingKinds Feels = FeelingKinds.Felt | FeelingKinds.Cry | FeelingKinds.Stronger | FeelingKinds.Weaker;

    /// <summary>Whether what begins at a word is said of somebody else.</summary>
    public static bool IsAnothers(Desk desk, int start)
    {
        var sentence = desk.Sentence;
        var clauses = CollectionsMarshal.AsSpan(desk.Clauses);
        var at = 0;
        while (at + 1 < clauses.Length && clauses[at].End <= start)
        {
            at++;
        }

        var verb = false;
        for (var i = start - 1; i >= clauses[at].Start; i--)
        {
            var felt = sentence.Felt[i];
            if (felt.Is(FeelingKinds.Writer | FeelingKinds.Other))
            {
                return felt.Is(FeelingKinds.Other);
            }

            if (!felt.Is(Feels) && !sentence.Is(i, Passed | Role.And | Role.Or))
            {
                // "his hands are shaking": the words before the verb are who it is said of. "hes blue freaking out": what was said of him is over.
                return !verb ? IsBareVerb(sentence, clauses[at], i) : LooksBack(sentence, clauses[at], i);
            }

            verb |= sentence.Is(i, Role.Aux);
        }

        return at > 0 && sentence.Is(clauses[at].Start, Role.And | Role.Or) && FirstOf(sentence, clauses[at - 1]);
    }

    // "he keeps crying", "me da miedo": one verb that nobody listed may stand between.
    private static bool IsBareVerb(Sentence sentence, in Clause clause, int verb)
    {
        for (var i = verb - 1; i >= clause.Start; i--)
        {
            if (sentence.Felt[i].Is(FeelingKinds.Writer | FeelingKinds.Other))
            {
                // "holding his hand crying": whose hand it is tells nothing of who cries; "his hands shaking" does.
                return sentence.Felt[i].Is(FeelingKinds.Other) && (!sentence.Is(i, Role.Det) || i == clause.Start);
            }

            if (sentence.Is(i, Role.Aux) || (sentence.Roles[i] != Role.Filler && !sentence.Is(i, Role.Inside)))
            {
                return false;
            }
        }

        return false;
    }

    private static bool LooksBack(Sentence sentence, in Clause clause, int from)
    {
        for (var i = from; i >= clause.Start; i--)
        {
            if (sentence.Felt[i].Is(FeelingKinds.Writer | FeelingKinds.Other))
            {
                return sentence.Felt[i].Is(FeelingKinds.Other);
            }
        }

        return false;
    }

    private static bool FirstOf(Sentence sentence, in Clause clause)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (sentence.Felt[i].Is(FeelingKinds.Writer | FeelingKinds.Other))
            {
                return sentence.Felt[i].Is(FeelingKinds.Other);
            }
        }

        return false;
    }

    /// <summary>Whether "not" stands right before a word: nothing but grammar lies between.</summary>
    /// <param name="sentence">The message.</param>
    /// <param name="start">The word.</param>
    /// <param name="from">Where what was heard before it ends: "i cant do this | want to die", "no puedo mas | quiero morirme".</param>
    public static bool IsDenied(Sentence sentence, int start, int from = 0)
    {
        while (start > from && sentence.Is(start, Role.Inside))
        {
            // "ya no puedo mas" is heard from "no" on.
            start--;
        }

        for (var i = start - 1; i >= from && sentence.Tokens[i + 1].Before == Gap.None; i--)
        {
            if (sentence.Is(i, Role.Not | Role.NoneOf))
            {
                // "why not kill myself"
                return !sentence.Follows(i, Role.Why);
            }

            // "i" begins anew, except behind "think": "i dont think i want to die".
            var anew = sentence.Is(i, Role.I) && !sentence.Is(i, Role.Inside) && !sentence.Is(i - 1, Role.Hedge);
            if (anew || (!sentence.Felt[i].Is(FeelingKinds.Stronger | FeelingKinds.Weaker | FeelingKinds.Writer) && !sentence.Is(i, Passed)))
            {
                return false;
            }
        }

        return false;
    }
}
