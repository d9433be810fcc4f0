using System.Runtime.InteropServices;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Meanings;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Languages;

/// <summary>
/// Adds to what was heard in the message's own language what it says in words of another. Bad news counts whenever one of
/// its words, or of those that lead to it, is only known to the other book; good news too, unless a word of the message's own language denies or doubts it. And a
/// word of the other language that denies, doubts or asks puts the good news beside it in doubt: "creo que he is breathing".
/// </summary>
internal readonly ref struct Borrowing(LanguageEar ear, ReadOnlySpan<char> text, int own, int other)
{
    private const Role Doubts = Role.Not | Role.NoneOf | Role.Stop | Role.NoMore | Role.Hedge | Role.Unsure | Role.Question | Role.Why | Role.If | Role.When | Role.Past | Role.Future;

    private readonly LanguageEar _ear = ear;
    private readonly ReadOnlySpan<char> _text = text;

    public void Add(Desk desk, MeaningTable meanings, Desk from, MeaningTable theirs)
    {
        desk.FewBreaths |= from.FewBreaths;
        Doubt(desk, meanings, from);
        Add(desk, meanings, from, theirs, CollectionsMarshal.AsSpan(from.Hits));
        Add(desk, meanings, from, theirs, CollectionsMarshal.AsSpan(from.Own));
    }

    private void Add(Desk desk, MeaningTable meanings, Desk from, MeaningTable theirs, ReadOnlySpan<Hit> hits)
    {
        foreach (ref readonly var hit in hits)
        {
            if (hit.Meant is not { Length: > 0 } meant || !Shows(from.Sentence, Reach(from.Sentence, hit.Start), hit.End))
            {
                continue;
            }

            foreach (var one in meant)
            {
                if (from.Heard.Has(one.Meaning) && meanings.Find(theirs.Word(one.Meaning)) is >= 0 and var meaning
                    && Counts(from, hit, theirs, one.Meaning, desk.Sentence) && !desk.Heard.Has(meaning))
                {
                    // "ya respira" in English is a yes with a word that was not read: this is the word.
                    var yes = desk.DoubtedYes is { } doubted && doubted.Fact == theirs.Word(one.Meaning);
                    desk.DoubtedYes = yes ? null : desk.DoubtedYes;
                    desk.Heard.Add(new Item(meaning, meanings.Topic(meaning), one.Weak), yes);
                    desk.Why?.Add($"in another language: {hit.Signal.Name}");
                }
            }
        }
    }

    private bool Counts(Desk from, in Hit hit, MeaningTable theirs, int meaning, Sentence sentence)
    {
        if (meaning == theirs.How || meaning == theirs.Wait || meaning == theirs.Unclear)
        {
            return false;
        }

        return !theirs.Good.Contains(meaning) || !IsDoubted(from, hit, sentence, own);
    }

    // Good news of the own reading, with a foreign "no", "creo", "si" in the same stretch of words.
    private void Doubt(Desk desk, MeaningTable meanings, Desk from)
    {
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(desk.Hits))
        {
            foreach (var one in hit.Meant ?? [])
            {
                if (meanings.Good.Contains(one.Meaning) && IsDoubted(desk, hit, from.Sentence, other))
                {
                    Doubt(desk, meanings, one.Meaning, hit.Signal.Name);
                }
            }
        }

        // "yes creo"
        if (desk.SaidYes >= 0 && IsDoubted(desk.Sentence, 0, desk.Sentence.Count, from.Sentence, other))
        {
            Doubt(desk, meanings, desk.SaidYes, "yes");
        }
    }

    private static void Doubt(Desk desk, MeaningTable meanings, int meaning, string name)
    {
        if (desk.Heard.Remove(meaning))
        {
            desk.Heard.Add(new Item(meanings.Unclear, meanings.Topic(meaning), false), false);
            desk.Why?.Add($"doubted: {name}");
        }
    }

    // From what was said before it, in the same run of words, to the end of its clause.
    private bool IsDoubted(Desk desk, in Hit hit, Sentence foreign, int language)
    {
        return IsDoubted(desk.Sentence, Reach(desk.Sentence, hit.Start), desk.Clauses[hit.Clause].End, foreign, language);
    }

    // Back to the match before, or to a full stop.
    private static int Reach(Sentence sentence, int first)
    {
        while (first > 0 && sentence.Tokens[first].Before != Gap.Strong && !sentence.Used[first - 1])
        {
            first--;
        }

        return first;
    }

    private bool IsDoubted(Sentence sentence, int from, int to, Sentence foreign, int language)
    {
        var (first, last) = (sentence.Tokens[from].Start, sentence.Tokens[to - 1].Start);
        for (var i = 0; i < foreign.Count; i++)
        {
            var at = foreign.Tokens[i].Start;
            if (at >= first && at <= last && foreign.Is(i, Doubts) && _ear.OwnerAt(_text, at) == language)
            {
                return true;
            }
        }

        return false;
    }

    private bool Shows(Sentence sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_ear.OwnerAt(_text, sentence.Tokens[i].Start) == other)
            {
                return true;
            }
        }

        return false;
    }
}
