using System.Runtime.InteropServices;
using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>
/// Hears that somebody else is spoken of, by whatever words. Asked whether someone is in danger, nobody tells of another person
/// for no reason: where nothing else is understood, it is happening.
/// </summary>
internal sealed class SomeoneReader(MeaningTable meanings, AnswerPicker answers)
{
    private readonly int _someone = meanings.Id("someone");

    public void Read(Desk desk, Asked asked)
    {
        foreach (ref readonly var clause in CollectionsMarshal.AsSpan(desk.Clauses))
        {
            if (!clause.Is(Manner.Asked | Manner.Wondered | Manner.Hypothetical | Manner.Over | Manner.Aside) && IsTold(desk.Sentence, clause))
            {
                if (!answers.Guesses(_someone, asked))
                {
                    return;
                }

                desk.Heard.Add(new Item(_someone, -1, false), false);
                desk.Why?.Add("someone else is spoken of");
                return;
            }
        }
    }

    // Of the other one, and not first of the writer: "i told him" is of both and says less.
    private static bool IsTold(Sentence sentence, in Clause clause)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (sentence.Is(i, Role.Someone))
            {
                return Clause.HasWords(sentence, i + 1, clause.End);
            }

            if (sentence.Is(i, Role.I))
            {
                return false;
            }
        }

        return false;
    }
}
