using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>A question of the writer's own with its answer behind it, and a label with its mark: "awake? no. breathing? no", "normal: yes", "awake ❌".</summary>
internal sealed class Verdict(MeaningTable meanings, AnswerPicker answers)
{
    /// <summary>
    /// Whether a clause is answered by the one behind it; then it is said, and not asked, and that yes or no answers nothing else but with bad news.
    /// What is asked at the step is not read so: there a yes or a no answers by itself.
    /// </summary>
    /// <param name="desk">The message.</param>
    /// <param name="at">The clause.</param>
    /// <param name="hits">What was found in it.</param>
    /// <param name="asked">The step.</param>
    /// <returns>How often the answer denies it: 0 or 1; null: it has no answer.</returns>
    public int? Read(Desk desk, int at, ReadOnlySpan<Hit> hits, Asked asked)
    {
        var (sentence, clause) = (desk.Sentence, desk.Clauses[at]);
        if (hits.IsEmpty || at + 1 == desk.Clauses.Count || sentence.HasAny(clause.Start, clause.End, Role.Not | Role.NoneOf | Role.InnerNot | Role.No | Role.Yes) || Clause.HasContent(sentence, clause.Start, clause.End)
            || (clause.Is(Manner.HasSubject) && !clause.Is(Manner.Asked | Manner.Wondered)))
        {
            return null;
        }

        var answer = Answer(sentence, desk.Clauses[at + 1]);
        var denied = sentence.Is(answer, Role.No);
        var no = asked.No is null ? -1 : answers.MeaningOf(asked.No);
        if (answer < 0 || (!denied && !clause.Is(Manner.Asked | Manner.Wondered)) || !IsGoodNewsBesides(hits, denied, no))
        {
            return null;
        }

        // A no that is bad news at the step stays that as well.
        sentence.Used[answer] = !(denied && meanings.Bad.Contains(no));
        return denied ? 1 : 0;
    }

    // The word of a clause that holds nothing but yes or no; -1: it is no such clause.
    private static int Answer(Sentence sentence, in Clause clause)
    {
        var answer = -1;
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (sentence.Is(i, Role.Yes | Role.No) && !sentence.Used[i] && answer < 0)
            {
                answer = i;
            }
            else if (!sentence.Is(i, Role.Inside) && sentence.Roles[i] != Role.Filler)
            {
                return -1;
            }
        }

        return answer >= 0 && !sentence.Tokens[answer].Asked ? answer : -1;
    }

    private bool IsGoodNewsBesides(ReadOnlySpan<Hit> hits, bool denied, int no)
    {
        var topic = meanings.Topic(no);
        foreach (ref readonly var hit in hits)
        {
            // "is she breathing" is no news by itself, but bad news when denied.
            if ((denied ? hit.Signal.Not : hit.Signal.So) is not [var first, ..] || meanings.Topic(first.Meaning) == topic || hit.Negations > 0
                || !(hit.Signal.News == PhraseNews.Good || (hit.Signal.News == PhraseNews.Plain && denied && meanings.Bad.Contains(first.Meaning))))
            {
                return false;
            }
        }

        return true;
    }
}
