using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Examples;

/// <summary>Settles which facts a message tells.</summary>
internal sealed class FactJudge(PhraseBook book)
{
    /// <summary>Good news is added from nine in ten, and kept from two in five.</summary>
    private const double AddGood = 0.9;
    private const double KeepGood = 0.4;

    /// <summary>Bad news is added from one in two, and kept from one in twenty.</summary>
    private const double AddBad = 0.5;
    private const double KeepBad = 0.05;

    /// <summary>What the question asks for is settled by the answer, nearly always.</summary>
    private const double AddSettled = 0.9;
    private const double KeepSettled = 0.5;

    /// <summary>Any other fact, too: a correction that was asked for in so many words is made.</summary>
    private const double Add = 0.5;
    private const double Keep = 0.05;

    private readonly HashSet<string> _good = book.Good.ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _bad = book.Bad.ToHashSet(StringComparer.Ordinal);

    public void Judge(Draft both, Opinion opinion, Asked asked, bool special)
    {
        Span<double> only = stackalloc double[1];
        foreach (var head in opinion.Heads.Facts)
        {
            var fact = head.Classes[0];
            var (heard, told, settled) = (both.Heard.Contains(fact), both.Answer is { } answer && Tells(answer, fact), asked.Asks!.Any(a => Tells(a, fact)));
            opinion.All(head, only);
            var chance = only[0];
            var (add, keep) = settled ? (AddSettled, KeepSettled) : _good.Contains(fact) ? (AddGood, KeepGood) : _bad.Contains(fact) ? (AddBad, KeepBad) : (Add, Keep);
            if (!heard && (told || chance >= add))
            {
                both.Hear(fact, isFact: true, told ? null : AnswerJudge.Why("like", fact, chance));
            }
            else if (heard && (!special || _good.Contains(fact)) && !told && chance < keep)
            {
                both.Drop(fact, AnswerJudge.Why("not like", fact, chance));
            }
        }
    }

    private bool Tells(string answer, string fact) => book.Tells.TryGetValue(answer, out var facts) && facts.Contains(fact);
}
