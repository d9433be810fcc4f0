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
}

/// <summary>
/// Finds the best pattern that starts at a word: the one of most elements. Words that say nothing (fillers, auxiliary
/// verbs, negation, which is counted) may stand between the elements, at most three at a time, so that the search is bounded.
/// </summary>
internal sealed class Matcher(Patterns patterns, ClassIndex classes)
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

        hit = new Hit { Signal = search.Best, Start = start, End = search.BestEnd, Negations = search.BestNegations };
        return true;
    }

    private void Walk(ref Search search, int node, int at, int elements, int skipped, int negations)
    {
        if (elements > 0)
        {
            search.Accept(patterns.Ends(node), at, elements, negations);
            if (patterns.ByGap(node) is >= 0 and var gap)
            {
                Leap(ref search, gap, at, elements, negations);
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
            Walk(ref search, byWord, at + 1, elements + 1, 0, negations);
        }

        if (token.Number >= 0 && patterns.ByClass(node, ClassIndex.Number) is >= 0 and var byNumber)
        {
            Walk(ref search, byNumber, at + 1, elements + 1, 0, negations);
        }

        var item = Trie.Root;
        for (var end = at; end < search.End && (item = classes.Next(item, sentence.Tokens[end].Word)) >= 0; end++)
        {
            foreach (var id in classes.Ends(item))
            {
                if (patterns.ByClass(node, id) is >= 0 and var byClass)
                {
                    Walk(ref search, byClass, end + 1, elements + 1, 0, negations);
                }
            }
        }

        if (elements > 0 && skipped < MostSkipped && sentence.Is(at, Role.Skippable))
        {
            Walk(ref search, node, at + 1, elements, skipped + 1, negations + (sentence.Is(at, Role.Not) ? 1 : 0));
        }
    }

    // A gap written in a pattern: up to three words of any kind.
    private void Leap(ref Search search, int node, int at, int elements, int negations)
    {
        for (var next = at; next <= Math.Min(at + MostSkipped, search.End); next++)
        {
            Walk(ref search, node, next, elements, MostSkipped, negations);
            negations += search.Sentence.Is(next, Role.Not) ? 1 : 0;
        }
    }

    private ref struct Search(Sentence sentence, Clause clause, int start, Asked asked)
    {
        public readonly Sentence Sentence = sentence;
        public readonly int End = clause.End;
        public Signal? Best;
        public int BestEnd;
        public int BestNegations;
        private int _bestElements;

        public void Accept(ReadOnlySpan<Patterns.Heard> ends, int at, int elements, int negations)
        {
            if (elements < _bestElements || (elements == _bestElements && at <= BestEnd))
            {
                return;
            }

            foreach (var heard in ends)
            {
                if ((!heard.Alone || IsAlone(at)) && heard.Signal.IsHeardAt(asked))
                {
                    (Best, BestEnd, BestNegations, _bestElements) = (heard.Signal, at, negations, elements);
                    return;
                }
            }
        }

        private readonly bool IsAlone(int end) =>
            !Clause.HasContent(Sentence, clause.Start, start) && !Clause.HasContent(Sentence, end, clause.End);
    }
}
