using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Grammar;

/// <summary>A pattern found in a clause.</summary>
internal struct Hit
{
    public Signal Signal;
    public int Clause;
    public int Start;
    public int End;

    /// <summary>Words of negation that stand inside the pattern without being part of it: "chest is not moving".</summary>
    public int Negations;

    /// <summary>What it was read as; none when it was doubted.</summary>
    public Meant[] Meant;
}

/// <summary>
/// Finds the best pattern that starts at a word: the one of most words. Words that say nothing (fillers, auxiliary
/// verbs, negation, which is counted) may stand between its words, at most three at a time, so that the search is bounded.
/// </summary>
internal sealed class Matcher(Patterns patterns)
{
    private const int MostSkipped = 3;

    public bool Find(Sentence sentence, in Clause clause, int start, Asked asked, out Hit hit)
    {
        hit = default;
        var search = new Search(sentence, clause, start, asked);
        Walk(ref search, Trie.Root, start, 0, 0, 0);
        if (search.Best is null)
        {
            return false;
        }

        hit = new Hit { Signal = search.Best, Start = start, End = search.BestEnd, Negations = search.BestNegations, Meant = [] };
        return true;
    }

    private void Walk(ref Search search, int node, int at, int words, int skipped, int negations)
    {
        // A word that was only skipped is not the end of a pattern.
        if (words > 0 && skipped == 0)
        {
            search.Accept(patterns.Ends(node), at, words, negations);
            if (patterns.ByGap(node) is >= 0 and var gap)
            {
                Leap(ref search, gap, at, words, negations);
            }
        }

        if (at >= search.End)
        {
            return;
        }

        var sentence = search.Sentence;
        ref readonly var token = ref sentence.Tokens[at];
        if (patterns.ByWord(node, token.Word) is >= 0 and var byWord)
        {
            Walk(ref search, byWord, at + 1, words + 1, 0, negations);
        }

        if (token.Number >= 0 && patterns.ByClass(node, ClassIndex.Number) is >= 0 and var byNumber)
        {
            Walk(ref search, byNumber, at + 1, words + 1, 0, negations);
        }

        foreach (ref readonly var phrase in sentence.Phrases(at))
        {
            if (phrase.End >= search.End)
            {
                break;
            }

            foreach (var id in phrase.Classes)
            {
                if (patterns.ByClass(node, id) is >= 0 and var byClass)
                {
                    Walk(ref search, byClass, phrase.End + 1, words + phrase.End - at + 1, 0, negations);
                }
            }
        }

        if (words > 0 && skipped < MostSkipped && sentence.Is(at, Role.Skippable))
        {
            Walk(ref search, node, at + 1, words, skipped + 1, negations + (sentence.Is(at, Role.Not | Role.NoneOf) ? 1 : 0));
        }
    }

    // A gap written in a pattern: up to three words of any kind.
    private void Leap(ref Search search, int node, int at, int words, int negations)
    {
        for (var next = at; next <= Math.Min(at + MostSkipped, search.End); next++)
        {
            Walk(ref search, node, next, words, MostSkipped, negations);
            negations += search.Sentence.Is(next, Role.Not | Role.NoneOf) ? 1 : 0;
        }
    }

    private ref struct Search(Sentence sentence, Clause clause, int start, Asked asked)
    {
        public readonly Sentence Sentence = sentence;
        public readonly int End = clause.End;
        public Signal? Best;
        public int BestEnd;
        public int BestNegations;
        private int _bestWords;

        public void Accept(ReadOnlySpan<Patterns.Heard> ends, int at, int words, int negations)
        {
            if (words < _bestWords || (words == _bestWords && (at < BestEnd || (at == BestEnd && Best is { IsLocal: true }))))
            {
                return;
            }

            foreach (var heard in ends)
            {
                if ((!heard.Alone || (IsAlone(at) && (!heard.Signal.IsIdiom || IsAll(at)))) && heard.Signal.IsHeardAt(asked))
                {
                    if (words == _bestWords && at == BestEnd && !heard.Signal.IsLocal)
                    {
                        return;
                    }

                    (Best, BestEnd, BestNegations, _bestWords) = (heard.Signal, at, negations, words);
                    return;
                }
            }
        }

        private readonly bool IsAlone(int end) =>
            !Clause.HasWords(Sentence, clause.Start, start) && !Clause.HasWords(Sentence, end, clause.End) && !CutsDenial(end);

        // "im going with him" is a ride; behind "he died." it is none.
        private readonly bool IsAll(int end) => !Clause.HasWords(Sentence, 0, start) && !Clause.HasWords(Sentence, end, Sentence.Count);

        // "ya" alone says done; in "ya no" it is the head of a denial.
        private readonly bool CutsDenial(int end)
        {
            var head = end;
            while (head > 0 && Sentence.Is(head, Role.Inside))
            {
                head--;
            }

            return head < end && Sentence.Is(head, Role.Not);
        }
    }
}
