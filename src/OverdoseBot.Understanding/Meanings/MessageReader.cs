using System.Runtime.InteropServices;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>Goes through the clauses of a message and notes what each says.</summary>
internal sealed class MessageReader(PhraseBook book, MeaningTable meanings, Matcher matcher, AnswerPicker answers)
{
    private readonly Interpreter _interpreter = new(meanings);
    private readonly ReplyReader _replies = new(book, meanings, answers);
    private readonly SomeoneReader _someone = new(meanings, answers);
    private readonly Verdict _verdict = new(meanings, answers);
    private readonly Arrival _arrival = new(meanings);

    public void Read(string text, Desk desk, Asked asked)
    {
        DigitReader.Lead(desk.Sentence);
        FindHits(desk, asked);
        Lend(desk);

        var clauses = CollectionsMarshal.AsSpan(desk.Clauses);
        var hits = CollectionsMarshal.AsSpan(desk.Hits);
        var (next, last) = (0, -1);
        var counted = BreathCount.IsAsked(book.Breaths, asked);
        for (var i = 0; i < clauses.Length; i++)
        {
            var first = next;
            var denied = 0;
            var complaint = false;
            var against = Concession.Is(desk, i) && desk.Heard.HasAny(meanings.Wary);
            var rate = BreathRate.Read(desk.Sentence, clauses[i], book.Breaths, asked.Answers.Contains("slow") && !_arrival.IsTold(Of(hits[next..], i)))
                ?? (counted ? BreathCount.Read(desk.Sentence, clauses[i], book.Breaths) : null);
            desk.FewBreaths |= rate is "stopped-breathing" or "slow";
            var verdict = _verdict.Read(desk, i, Of(hits[next..], i), asked);
            clauses[i].Manner &= verdict is null ? ~Manner.None : ~(Manner.Asked | Manner.Marked | Manner.Wondered);
            for (var from = clauses[i].Start; next < hits.Length && hits[next].Clause == i; next++)
            {
                var afterGood = (i == 0 || desk.Sentence.Tokens[clauses[i].Start].Before != Gap.Strong) && desk.Heard.HasAny(meanings.Good);
                var negations = Interpreter.Negations(desk.Sentence, clauses[i], hits[next], from, afterGood);
                negations += verdict ?? 0;
                negations += negations == 0 && clauses[i].Is(Manner.OrJoined) && next == first ? CarriedNegation(desk, i) : 0;
                hits[next].Negations = denied = negations;
                complaint |= Note(text, desk, clauses[i], ref hits[next], negations, rate is not null, asked);
                from = hits[next].End;
                last = hits[next].Signal.Free ? last : next;
            }

            if (next > first)
            {
                desk.Negated = denied % 2 == 1;
            }
            else if (desk.Sentence.HasAny(clauses[i].Start, clauses[i].End, Role.Not))
            {
                // "i dont hear or feel any air"
                desk.Negated = true;
            }

            complaint |= rate is null && Concession.HasComplaint(desk.Sentence, clauses[i]);
            if (complaint && against && desk.Heard.Doubt(meanings))
            {
                desk.Why?.Add("doubted further on");
            }

            NoteRest(desk, i, hits, first, next, last, rate, asked);
        }

        _replies.Finish(desk, asked, counted);
        _someone.Read(desk, asked);
    }

    private static ReadOnlySpan<Hit> Of(ReadOnlySpan<Hit> hits, int clause)
    {
        var end = 0;
        while (end < hits.Length && hits[end].Clause == clause)
        {
            end++;
        }

        return hits[..end];
    }

    // "wait" leaves room for "he is".
    private bool SaysSomething(ReadOnlySpan<Hit> hits, bool corrects)
    {
        foreach (ref readonly var hit in hits)
        {
            if (!corrects || hit.Signal.So is not [var only] || only.Meaning != meanings.Wait)
            {
                return true;
            }
        }

        return false;
    }

    // "i cant do this" is of the writer, and answers nothing.
    private static bool SaysOwn(Desk desk, in Clause clause)
    {
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(desk.Own))
        {
            if (hit.Start < clause.End && clause.Start < hit.End)
            {
                return true;
            }
        }

        return false;
    }

    private void FindHits(Desk desk, Asked asked)
    {
        var sentence = desk.Sentence;
        for (var c = 0; c < desk.Clauses.Count; c++)
        {
            var clause = desk.Clauses[c];
            for (var i = clause.Start; i < clause.End;)
            {
                // What the writer said of themself has taken its words.
                if (!matcher.Find(sentence, clause, i, asked, out var hit) || sentence.Used.AsSpan(hit.Start, hit.End - hit.Start).Contains(true))
                {
                    i++;
                    continue;
                }

                hit.Clause = c;
                sentence.Used.AsSpan(hit.Start, hit.End - hit.Start).Fill(true);
                desk.Hits.Add(hit);
                i = hit.End;
            }
        }
    }

    // "hes breathing, i think": a clause that holds nothing but a doubt lends it to the clause before; "wait" to the one after.
    private static void Lend(Desk desk)
    {
        var clauses = CollectionsMarshal.AsSpan(desk.Clauses);
        for (var i = 0; i < clauses.Length; i++)
        {
            ref var clause = ref clauses[i];
            if (Clause.HasContent(desk.Sentence, clause.Start, clause.End))
            {
                continue;
            }

            if (i + 1 < clauses.Length && clause.Is(Manner.Corrects))
            {
                clauses[i + 1].Manner |= Manner.Corrects;
            }

            if (HasHit(desk, i))
            {
                continue;
            }

            if (i > 0 && clause.Is(Manner.Hedged | Manner.Unsure))
            {
                clauses[i - 1].Manner |= clause.Manner & (Manner.Hedged | Manner.Unsure);
            }
        }
    }

    private static bool HasHit(Desk desk, int clause)
    {
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(desk.Hits))
        {
            if (hit.Clause == clause)
            {
                return true;
            }
        }

        return false;
    }

    private static int CarriedNegation(Desk desk, int clause) =>
        clause > 0 && desk.Negated && (desk.Clauses[clause].Manner & Manner.HasSubject) == 0 ? 1 : 0;

    private bool Note(string text, Desk desk, in Clause clause, ref Hit hit, int negations, bool counted, Asked asked)
    {
        var meant = Interpreter.Mean(desk.Sentence, clause, hit, negations, asked, out var doubted);
        // "12 breaths a minute": the number says what "breaths" leaves open.
        meant = counted && meant is [var only] && only.Meaning == meanings.Unclear ? [] : meant;
        hit.Meant = doubted ? [] : meant;
        _interpreter.Note(desk.Heard, meant, doubted, clause.Is(Manner.Now | Manner.Corrects));
        var from = desk.Sentence.Tokens[hit.Start].Start;
        var end = desk.Sentence.Tokens[hit.End - 1];
        desk.Why?.Add(Explanation.Of(hit.Signal.Name, text.AsSpan(from, end.Start + end.Length - from), clause, negations, doubted, meant.Length == 0));
        return !doubted && _interpreter.IsComplaint(meant);
    }

    private void NoteRest(Desk desk, int at, Span<Hit> hits, int first, int next, int last, string? rate, Asked asked)
    {
        var (sentence, clause) = (desk.Sentence, desk.Clauses[at]);
        // "maybe? his hand twitched" doubts; it does not ask.
        var doubts = clause.Is(Manner.Hedged | Manner.Unsure);
        if (clause.Is(Manner.Asked) ? !(doubts && clause.Is(Manner.Marked)) : clause.Is(Manner.Wondered) && !doubts)
        {
            desk.Heard.Add(new Item(meanings.How, -1, false), false);
        }

        var own = hits[first..next];
        if (rate is not null)
        {
            var meaning = meanings.Id(rate);
            desk.Heard.Add(new Item(meaning, meaning == meanings.Unclear ? meanings.Topic(meanings.Id("slow")) : meanings.Topic(meaning), false), clause.Is(Manner.Now | Manner.Corrects));
            desk.Why?.Add("breath rate: " + rate);
        }

        if (_replies.YesNo(desk, at, own, asked) || SaysSomething(own, clause.Is(Manner.Corrects)) || SaysOwn(desk, clause))
        {
            return;
        }

        // "probably not" doubts a no, which stays a no.
        if (clause.Is(Manner.Unsure) || (clause.Is(Manner.Hedged) && last < 0 && !sentence.HasAny(clause.Start, clause.End, Role.Not) && !Clause.HasContent(sentence, clause.Start, clause.End)))
        {
            desk.Heard.Add(new Item(meanings.Unclear, -1, false), false);
            desk.Why?.Add("not sure");
        }
        else if (!Clause.HasContent(sentence, clause.Start, clause.End))
        {
            _replies.Ellipsis(desk, clause, last < 0 ? null : hits[last].Signal, asked);
        }
    }
}
