using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// What the second reader sees of a message that the grammar has read: its words, the classes they belong to, their neighbours, how each clause
/// was said, what stands behind a denial; and what the grammar made of it all.
/// </summary>
/// <param name="bits">The book's words and classes.</param>
/// <param name="known">A class each: whether it is noted; null: all are.</param>
internal sealed class TraitWriter(Bits bits, bool[]? known = null)
{
    private const int MostTokens = 120;
    private const int MostPaired = 3;
    private const int LongMessage = 8;
    private const int TailWords = 5;

    /// <summary>
    /// The same for somebody who learned: a class that came into the book later is not noted, as what was learned of its words is then still found.
    /// </summary>
    public TraitWriter For(Learned learned) =>
        new(bits, [.. Enumerable.Range(0, bits.ClassNames.Count).Select(id => learned.Row(TraitKey.Of('c', bits.Class(id, null), 0, 0)) > 0)]);

    /// <summary>Gives the traits of a message to a taker. A trait may come more than once.</summary>
    /// <param name="text">The message.</param>
    /// <param name="desk">Where the grammar has read it.</param>
    /// <param name="read">What the grammar read.</param>
    /// <param name="asked">The step it was written at.</param>
    /// <param name="taker">Takes the traits.</param>
    /// <param name="names">Learns what the parts are called; null: nobody asks.</param>
    public void Write<TTaker>(string text, Desk desk, Reading read, Asked asked, ref TTaker taker, PartNames? names)
        where TTaker : struct, ITraitTaker
    {
        var place = new PlaceTraits(asked, names);
        var notes = desk.Notes;
        notes.Clear();
        var count = Math.Min(desk.Sentence.Count, MostTokens);
        for (var (i, clause) = (0, 0); i < count; i++)
        {
            while (clause < desk.Clauses.Count && i >= desk.Clauses[clause].End)
            {
                clause++;
            }

            Note(text, desk.Sentence, i, clause, notes, names);
        }

        Words(desk, notes, place.Question, ref taker, names);
        Pairs(notes, ref taker);
        place.Write(text, desk, notes, ref taker);
        HeardTraits.Write(desk, read, asked, place.Question, bits, ref taker, names);
    }

    // Notes the word and the classes of every phrase that starts with it.
    private void Note(string text, Sentence sentence, int at, int clause, TraitNotes notes, PartNames? names)
    {
        var (word, head) = bits.Word(text, sentence.Tokens[at], names);
        var first = notes.Classes.Count;
        var (says, denies) = (false, false);
        foreach (ref readonly var phrase in sentence.Phrases(at))
        {
            foreach (var id in phrase.Classes)
            {
                if (known?[id] != false && !notes.Classes.AsSpan(first).Contains(id))
                {
                    notes.Classes.Add(id);
                    says |= bits.Says(id);
                    denies |= bits.Denies(id);
                }
            }
        }

        if (sentence.Tokens[at].Number >= 0 && notes.Classes.Count == first)
        {
            notes.Classes.Add(ClassIndex.Number);
            says = true;
        }

        notes.Words.Add(new TraitNotes.Word(word, head, first, notes.Classes.Count, clause, says || notes.Classes.Count == first, denies));
    }

    private void Words<TTaker>(Desk desk, TraitNotes notes, ulong question, ref TTaker taker, PartNames? names)
        where TTaker : struct, ITraitTaker
    {
        var all = notes.Words.AsSpan();
        var (deniedClause, last) = (-1, desk.Clauses.Count - 1);
        for (var i = 0; i < all.Length; i++)
        {
            ref readonly var word = ref all[i];
            var how = word.Clause <= last ? bits.How(desk.Clauses[word.Clause].Manner, names) : bits.How(default, names);
            var denied = deniedClause == word.Clause;
            taker.Take('w', word.Whole);
            taker.Take('a', word.Head);
            if (denied)
            {
                taker.Take('n', word.Head);
            }

            if (all.Length > LongMessage && i >= all.Length - TailWords)
            {
                taker.Take('e', word.Whole);
            }

            if (i < 2)
            {
                taker.Take(i == 0 ? 'F' : 'G', word.Whole);
            }

            foreach (var id in notes.Classes.AsSpan(word.From, word.To))
            {
                var name = bits.Class(id, names);
                taker.Take('c', name);
                taker.Take('q', question, name);
                taker.Take('m', how, name);
                if (denied)
                {
                    taker.Take('d', how, name);
                    taker.Take('D', question, name);
                }

                if (last > 0 && (word.Clause == 0 || word.Clause == last))
                {
                    taker.Take(word.Clause == 0 ? 'f' : 'l', how, name);
                }
            }

            deniedClause = word.Denies ? word.Clause : deniedClause;
        }
    }

    private void Pairs<TTaker>(TraitNotes notes, ref TTaker taker)
        where TTaker : struct, ITraitTaker
    {
        var before = default(TraitNotes.Word);
        var any = false;
        foreach (ref readonly var word in notes.Words.AsSpan())
        {
            if (!word.Says)
            {
                continue;
            }

            if (!any)
            {
                Ends('x', word, notes, ref taker);
            }
            else if (before.Clause == word.Clause)
            {
                taker.Take('b', before.Whole, word.Whole);
                taker.Take('p', before.Head, word.Head);
                Both(before, word, notes, ref taker);
            }

            (before, any) = (word, true);
        }

        if (any)
        {
            Ends('y', before, notes, ref taker);
        }
    }

    private void Both<TTaker>(in TraitNotes.Word one, in TraitNotes.Word other, TraitNotes notes, ref TTaker taker)
        where TTaker : struct, ITraitTaker
    {
        var left = Paired(one, notes);
        var right = Paired(other, notes);
        for (var i = 0; i < Math.Max(1, left.Length); i++)
        {
            for (var j = 0; j < Math.Max(1, right.Length); j++)
            {
                taker.Take('C', left.IsEmpty ? one.Whole : bits.Class(left[i], null), right.IsEmpty ? other.Whole : bits.Class(right[j], null));
            }
        }
    }

    private void Ends<TTaker>(char kind, in TraitNotes.Word word, TraitNotes notes, ref TTaker taker)
        where TTaker : struct, ITraitTaker
    {
        foreach (var id in Paired(word, notes))
        {
            taker.Take(kind, bits.Class(id, null));
        }
    }

    private static ReadOnlySpan<int> Paired(in TraitNotes.Word word, TraitNotes notes) => notes.Classes.AsSpan(word.From, Math.Min(word.To, word.From + MostPaired));
}
