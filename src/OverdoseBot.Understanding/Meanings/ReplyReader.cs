using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>Reads what only has a meaning by what was asked or said before: yes, no, "he is", "but now hes not", a digit.</summary>
internal sealed class ReplyReader(PhraseBook book, MeaningTable meanings, AnswerPicker answers)
{
    private readonly Company _company = new(meanings, answers);

    // What a person can say of their own body too; "i am" then says nothing about the one on the ground.
    private readonly HashSet<int> _body =
        [.. book.Signals.Where(s => s.Mine is not null).SelectMany(s => s.So).Select(word => meanings.Topic(meanings.Id(word.TrimEnd('?'))))];

    /// <summary>Reads a yes or no at the head of a clause. False: there is none.</summary>
    public bool YesNo(Desk desk, int at, ReadOnlySpan<Hit> hits, Asked asked)
    {
        var (sentence, clause) = (desk.Sentence, desk.Clauses[at]);
        var i = clause.Start;
        while (i < clause.End && (sentence.Is(i, Role.Inside | Role.But | Role.And | Role.Correction | Role.Now) || sentence.Roles[i] == Role.Filler))
        {
            i++;
        }

        if (i >= clause.End || !sentence.Is(i, Role.Yes | Role.No) || sentence.Used[i] || sentence.Tokens[i].Asked)
        {
            return false;
        }

        // "no response" denies; it does not answer.
        if (sentence.Is(i, Role.NoneOf) && hits.Length > 0 && hits[0].Start == ClauseSplitter.Next(sentence, i) && (hits[0].Signal.News != PhraseNews.Bad || hits[0].Negations > 0))
        {
            return false;
        }

        // "si respira" says it of the verb; the verb says what is so.
        if (sentence.Is(i, Role.Yes) && sentence.Is(i, Role.TwoJobs) && hits is [{ Signal.News: PhraseNews.Good } first, ..] && first.Start == ClauseSplitter.Next(sentence, i))
        {
            return false;
        }

        // "si me ven aqui me regresan": whatever it supposes, it does not say yes to good news.
        if (sentence.Is(i, Role.Yes) && sentence.Is(i, Role.TwoJobs) && !sentence.Tokens[i].Accented && IsGood(asked.Yes)
            && ClauseSplitter.Next(sentence, i) is var told && told < clause.End && sentence.Tokens[i + 1].Before == Gap.None && Tells(sentence, told, clause.End))
        {
            return false;
        }

        // "yeah no" is a no; "no yes" stays a no.
        if (sentence.Is(ClauseSplitter.Next(sentence, i), Role.No) && ClauseSplitter.Next(sentence, i) is var second && second < clause.End && sentence.Is(i, Role.Yes))
        {
            i = second;
        }

        var yes = sentence.Is(i, Role.Yes);
        var (word, said) = yes ? ("yes", asked.Yes) : ("no", asked.No);
        if (yes ? said is not null && _company.Claims(desk, at, said) : _company.GoesOn(desk, at, i, said) || _company.IsOutcome(desk, at, said))
        {
            desk.Why?.Add($"{word}, to what it goes with");
            return true;
        }

        if (_company.IsBesides(desk, at, i, said))
        {
            desk.Why?.Add($"{word}, and more that was not read");
            Answer(desk, said, hedged: true);
            desk.DoubtedYes = (said!, meanings.Word(answers.MeaningOf(said!)));
            return true;
        }

        desk.Why?.Add(word);
        Answer(desk, said, sentence.Is(i, Role.Hedge) || (hits.Length == 0 && clause.Is(Manner.Hedged | Manner.Unsure)), hits.Length == 0 && clause.Is(Manner.Now));
        if (yes && asked.Yes is null && desk.Hits.Count == 0)
        {
            desk.Heard.Add(new Item(meanings.Wait, -1, false), false);
        }

        return true;
    }

    /// <summary>Reads a clause of a subject and a verb only, by what was said before it or by what was asked.</summary>
    public void Ellipsis(Desk desk, in Clause clause, Signal? before, Asked asked)
    {
        var sentence = desk.Sentence;
        var (verb, denied, but, future) = (false, false, false, false);
        for (var i = clause.Start; i < clause.End; i++)
        {
            verb |= sentence.Is(i, Role.Aux | Role.NoMore);
            denied ^= sentence.Is(i, Role.Not | Role.NoMore);
            but |= sentence.Is(i, Role.But);
            future |= sentence.Is(i, Role.Future);
        }

        if (clause.Is(Manner.Asked | Manner.Wondered | Manner.Hypothetical | Manner.Aside | Manner.Over) || future || (!verb && !denied)
            || (clause.Is(Manner.Past) && !clause.Is(Manner.Now)))
        {
            return;
        }

        if (before is null)
        {
            if (denied || clause.Is(Manner.HasSubject))
            {
                var answer = denied ? asked.No : asked.Yes;
                var ofBody = answer is not null && answers.MeaningOf(answer) is >= 0 and var meaning && _body.Contains(meanings.Topic(meaning));
                if (!(clause.Is(Manner.OfWriter) && ofBody && !denied))
                {
                    Answer(desk, answer, clause.Is(Manner.Hedged));
                    desk.Why?.Add(denied ? "no, by its verb" : "yes, by its verb");
                }
            }

            return;
        }

        // "he did" only repeats; "but he is now" turns what was said round.
        if (((denied && before.News != PhraseNews.Bad) || but || clause.Is(Manner.Now | Manner.Corrects)) && !(clause.Is(Manner.OfWriter) && before.Mine is not null))
        {
            foreach (var one in denied ? before.Not : before.So)
            {
                var doubted = clause.Is(Manner.Hedged | Manner.Unsure) && meanings.Good.Contains(one.Meaning);
                desk.Heard.Add(new Item(doubted ? meanings.Unclear : one.Meaning, meanings.Topic(one.Meaning), false), true);
            }

            desk.Why?.Add($"{before.Name} again by its verb{(denied ? ", not" : "")}");
        }
    }

    /// <summary>What needs the whole message: a digit alone, and a yes in the company of bad news. Where breaths are counted, "four" is no "4".</summary>
    public void Finish(Desk desk, Asked asked, bool counted)
    {
        if (asked.Digits && DigitReader.Read(desk.Sentence, out var rest) is >= 0 and var digit && book.Digits.TryGetValue(digit, out var word)
            && (counted ? rest >= desk.Sentence.Count && !DigitReader.IsWord(desk.Sentence) : rest >= desk.Sentence.Count || !HasWords(desk.Sentence, rest)))
        {
            desk.Heard.Clear();
            var meaning = meanings.Id(word);
            desk.Heard.Add(new Item(meaning, meanings.Topic(meaning), false), false);
            desk.Why?.Add($"digit {digit}: {word}");
        }

        if (desk.SaidYes >= 0 && asked.Yes is not null)
        {
            foreach (var item in desk.Heard.Items)
            {
                if (meanings.Bad.Contains(item.Meaning))
                {
                    desk.Heard.Add(new Item(meanings.Unclear, meanings.Topic(desk.SaidYes), false), false);
                    return;
                }
            }
        }
    }

    private static bool Tells(Sentence sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (sentence.Tokens[i].Number < 0 && Clause.HasContent(sentence, i, i + 1))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsGood(string? answer) => answer is not null && answers.MeaningOf(answer) is >= 0 and var meaning && meanings.Good.Contains(meaning);

    private static bool HasWords(Sentence sentence, int from) =>
        Clause.HasContent(sentence, from, sentence.Count) || sentence.Used.AsSpan(from, sentence.Count - from).Contains(true);

    // "no, nobody called yet": what goes with a plain no says more; a no that is bad news stays.
    private void Answer(Desk desk, string? answer, bool hedged, bool replaces = false)
    {
        if (answer is null || answers.MeaningOf(answer) is not (>= 0 and var meaning))
        {
            return;
        }

        var good = meanings.Good.Contains(meaning);
        desk.SaidYes = good ? meaning : desk.SaidYes;
        desk.Heard.Add(new Item(hedged && good ? meanings.Unclear : meaning, meanings.Topic(meaning), !good && !meanings.Bad.Contains(meaning)), replaces);
    }
}
