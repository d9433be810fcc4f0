using System.Runtime.InteropServices;
using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>Tells whether a yes answers what was asked or only leads in a statement: "yes hes breathing" says nothing of the kit.</summary>
internal sealed class Company(MeaningTable meanings, AnswerPicker answers)
{
    /// <summary>Whether the statement that a yes goes with answers something else.</summary>
    public bool Claims(Desk desk, int clause, string answer)
    {
        var meaning = answers.MeaningOf(answer);
        if (meaning < 0 || !meanings.Good.Contains(meaning))
        {
            return false;
        }

        if (!IsEmpty(desk, clause))
        {
            return IsElsewhere(desk, clause, meaning);
        }

        var next = clause + 1;
        while (next < desk.Clauses.Count && !StandsApart(desk, next) && IsEmpty(desk, next))
        {
            next++;
        }

        // "hes breathing, yes": nothing follows, so it goes with what it ends.
        return next < desk.Clauses.Count
            ? !StandsApart(desk, next) && IsElsewhere(desk, next, meaning)
            : clause > 0 && IsElsewhere(desk, clause - 1, meaning);
    }

    /// <summary>
    /// Whether a no that is no news by itself runs straight on into news of something else: "no shes not waking" says nothing of a kit. With a comma between it
    /// is an answer, and the rest says more.
    /// </summary>
    public bool GoesOn(Desk desk, int clause, int no, string? answer)
    {
        if (!IsNoNews(answer, out var meaning))
        {
            return false;
        }

        var next = IsEmpty(desk, clause) ? clause + 1 : clause;
        var start = next == clause ? no + 1 : next < desk.Clauses.Count ? desk.Clauses[next].Start : desk.Sentence.Count;
        return start < desk.Sentence.Count && desk.Sentence.Tokens[start].Before == Gap.None && !StandsApart(desk, next) && IsElsewhere(desk, next, meaning);
    }

    /// <summary>Whether a no tells how something else went, that was said just before: "le hablo y no" says nothing of a kit.</summary>
    public bool IsOutcome(Desk desk, int clause, string? answer)
    {
        if (clause == 0 || !desk.Sentence.Is(desk.Clauses[clause].Start, Role.And) || desk.Sentence.Tokens[desk.Clauses[clause].Start].Before != Gap.None
            || !IsNoNews(answer, out var meaning))
        {
            return false;
        }

        var before = false;
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(desk.Hits))
        {
            before |= hit.Clause == clause - 1;
            if ((hit.Clause == clause - 1 && IsAbout(hit.Signal, meaning)) || hit.Clause == clause)
            {
                return false;
            }
        }

        return before;
    }

    /// <summary>Whether words go with a yes or no that would be news of breath or waking, and none of them is about that: "yes still not", "yes both", "yes 911".</summary>
    public bool IsBesides(Desk desk, int clause, int yes, string? answer)
    {
        if (answer is null || answers.MeaningOf(answer) is not (>= 0 and var meaning) || !meanings.Calm.Contains(meaning))
        {
            return false;
        }

        // "yes hes still down": without a comma the next words go with it too.
        var last = clause;
        while (last + 1 < desk.Clauses.Count && IsEmpty(desk, last) && desk.Sentence.Tokens[desk.Clauses[last + 1].Start].Before == Gap.None && !StandsApart(desk, last + 1))
        {
            last++;
        }

        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(desk.Hits))
        {
            if (hit.Clause >= clause && hit.Clause <= last && IsAbout(hit.Signal, meaning))
            {
                return false;
            }
        }

        for (var i = yes + 1; i < desk.Clauses[last].End; i++)
        {
            if (Clause.HasWords(desk.Sentence, i, i + 1) || desk.Sentence.Tokens[i].Number >= 0 || desk.Sentence.Is(i, Role.Not | Role.No | Role.NoneOf | Role.NoMore | Role.Pair))
            {
                return true;
            }
        }

        return false;
    }

    // "yes but hes blue", "yes and i called": the yes has been said by then.
    private static bool StandsApart(Desk desk, int clause) =>
        desk.Sentence.Is(desk.Clauses[clause].Start, Role.But | Role.And | Role.Or | Role.Correction | Role.No);

    private static bool IsEmpty(Desk desk, int clause)
    {
        var at = desk.Clauses[clause];
        return !Clause.HasContent(desk.Sentence, at.Start, at.End) && !desk.Sentence.Used.AsSpan(at.Start, at.End - at.Start).Contains(true);
    }

    private bool IsElsewhere(Desk desk, int clause, int meaning)
    {
        if (desk.Clauses[clause].Is(Manner.Asked | Manner.Hypothetical))
        {
            return false;
        }

        var elsewhere = false;
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(desk.Hits))
        {
            if (hit.Clause == clause)
            {
                if (IsAbout(hit.Signal, meaning))
                {
                    return false;
                }

                elsewhere |= IsNews(hit.Signal);
            }
        }

        return elsewhere;
    }

    // Whether an answer is neither good news nor bad: of a kit, of a call.
    private bool IsNoNews(string? answer, out int meaning)
    {
        meaning = answer is null ? -1 : answers.MeaningOf(answer);
        return meaning >= 0 && !meanings.Good.Contains(meaning) && !meanings.Bad.Contains(meaning);
    }

    private bool IsAbout(Signal signal, int meaning) => IsAbout(signal.So, meaning) || IsAbout(signal.Not, meaning);

    private bool IsAbout(Meant[] meant, int meaning)
    {
        foreach (var one in meant)
        {
            if (one.Meaning == meaning || (meanings.Topic(one.Meaning) is >= 0 and var topic && topic == meanings.Topic(meaning)))
            {
                return true;
            }
        }

        return false;
    }

    // Not "yes ok", "yes help", "yes what now".
    private bool IsNews(Signal signal)
    {
        foreach (var one in signal.So)
        {
            if (one.Meaning == meanings.Unclear || meanings.Topic(one.Meaning) >= 0 || meanings.Bad.Contains(one.Meaning) || meanings.Facts.Contains(meanings.Word(one.Meaning)))
            {
                return true;
            }
        }

        return signal.Not.Length > 0;
    }
}
