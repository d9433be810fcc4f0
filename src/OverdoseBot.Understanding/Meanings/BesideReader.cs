using System.Runtime.InteropServices;
using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>
/// Hears what is told in passing once all else is read: a product's name, "hes on the toilet", "should i slap him". It
/// uses up no words and takes nothing back, so it can never hide an answer or a fact.
/// </summary>
internal sealed class BesideReader(MeaningTable meanings, Matcher matcher)
{
    private const int Reach = 7;

    public void Read(string text, Desk desk, Asked asked)
    {
        var sentence = desk.Sentence;
        for (var start = 0; start < sentence.Count;)
        {
            // People plan across clauses ("wait and see if it works"), but not across a full stop or a comma.
            var end = start + 1;
            while (end < sentence.Count && sentence.Tokens[end].Before == Gap.None)
            {
                end++;
            }

            Read(text, desk, new Clause { Start = start, End = end }, asked);
            start = end;
        }
    }

    private void Read(string text, Desk desk, in Clause span, Asked asked)
    {
        var from = span.Start;
        for (var i = span.Start; i < span.End;)
        {
            if (!matcher.Find(desk.Sentence, span, i, asked, out var hit))
            {
                i++;
                continue;
            }

            Note(text, desk, hit, from);
            i = from = hit.End;
        }
    }

    private void Note(string text, Desk desk, in Hit hit, int from)
    {
        var clause = ClauseAt(desk, hit.Start);
        var denied = !clause.Is(Manner.Asked) && IsDenied(desk, clause, hit, from);
        if (!IsMeant(desk, clause, hit, denied))
        {
            return;
        }

        foreach (var one in denied ? hit.Signal.Not : hit.Signal.So)
        {
            desk.Heard.Add(new Item(one.Meaning, meanings.Topic(one.Meaning), one.Weak), false);
        }

        var at = desk.Sentence.Tokens[hit.Start].Start;
        var last = desk.Sentence.Tokens[hit.End - 1];
        desk.Why?.Add($"{hit.Signal.Name} \"{text.AsSpan(at, last.Start + last.Length - at)}\" beside{(denied ? ", denied" : "")}");
    }

    private static Clause ClauseAt(Desk desk, int word)
    {
        foreach (ref readonly var clause in CollectionsMarshal.AsSpan(desk.Clauses))
        {
            if (word < clause.End)
            {
                return clause;
            }
        }

        return desk.Clauses[^1];
    }

    // A "not" that another match lies behind belongs to that: "not breathing, in the shower".
    private static bool IsDenied(Desk desk, in Clause clause, in Hit hit, int from)
    {
        from = Math.Max(Math.Max(from, clause.Start), hit.Start - Reach);
        foreach (ref readonly var other in CollectionsMarshal.AsSpan(desk.Hits))
        {
            from = other.End <= hit.Start ? Math.Max(from, other.End) : from;
        }

        var count = hit.Negations;
        for (var i = from; i < hit.Start; i++)
        {
            var next = desk.Sentence.Is(i, Role.NoneOf) && ClauseSplitter.Next(desk.Sentence, i) >= hit.Start;
            count += next || desk.Sentence.Is(i, Role.Not) ? 1 : 0;
        }

        return count % 2 == 1;
    }

    // "my neighbor has kloxxado", "no kloxxado": what was made of the same words decides; else the clause and the message.
    private static bool IsMeant(Desk desk, in Clause clause, in Hit hit, bool denied)
    {
        foreach (var needed in hit.Signal.With)
        {
            if (!desk.Heard.Has(needed))
            {
                return false;
            }

            var (covered, meant) = (false, false);
            foreach (ref readonly var other in CollectionsMarshal.AsSpan(desk.Hits))
            {
                if (other.Start < hit.End && hit.Start < other.End)
                {
                    covered = true;
                    meant |= Array.Exists(other.Meant, one => one.Meaning == needed);
                }
            }

            if (covered ? !meant : denied || clause.Is(Manner.Asked | Manner.Hypothetical | Manner.Over))
            {
                return false;
            }
        }

        return true;
    }
}
