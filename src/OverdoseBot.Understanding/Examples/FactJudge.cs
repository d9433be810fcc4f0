using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Grammar;

namespace OverdoseBot.Understanding.Examples;

/// <summary>Settles which facts a message tells.</summary>
internal sealed class FactJudge
{
    private const string Kit = "kit-here";
    private const string Dose = "dose-given";
    private const string Called = "called";

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

    /// <summary>A fact that nobody told is added from even odds at least: log-odds below this cannot add one.</summary>
    private const float Less = -1e-6f;

    // A bit for each fact, in the order of the heads.
    private const int MostFacts = 64;
    private readonly (Head Head, bool Good, double Add, double Keep)[] _facts;
    private readonly int _dose;
    private readonly int _called;
    private readonly Dictionary<string, ulong> _bits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong> _told;
    private readonly Dictionary<string, ulong> _against;

    public FactJudge(PhraseBook book, Heads heads, MeaningTable meanings)
    {
        var (good, bad) = (book.Good.ToHashSet(StringComparer.Ordinal), book.Bad.ToHashSet(StringComparer.Ordinal));
        _facts = [.. heads.Facts.Select(head => head.Classes[0] is var fact && good.Contains(fact) ? (head, true, AddGood, KeepGood)
            : bad.Contains(fact) ? (head, false, AddBad, KeepBad) : (head, false, Add, Keep))];
        if (_facts.Length > MostFacts)
        {
            throw new ArgumentException($"There are more than {MostFacts} facts.", nameof(heads));
        }

        for (var i = 0; i < _facts.Length; i++)
        {
            _bits[_facts[i].Head.Classes[0]] = 1UL << i;
        }

        _dose = meanings.Find(Dose);
        _called = meanings.Find(Called);
        _told = book.Tells.ToDictionary(answer => answer.Key, answer => Bits(answer.Value), StringComparer.Ordinal);
        _against = book.WorstFirst.ToDictionary(answer => answer, answer => Bits([.. Against(book, answer).Where(good.Contains)]), StringComparer.Ordinal);
    }

    public void Judge(Draft both, Opinion opinion, Asked asked, Desk desk, bool special)
    {
        var (heard, told, settled) = (Bits(both.Heard), Told(both.Answer), 0UL);
        for (var i = 0; i < asked.Asks!.Count; i++)
        {
            settled |= Told(asked.Asks[i]);
        }

        var against = both.Answer is { } answer ? settled & _against.GetValueOrDefault(answer) : 0;
        Span<double> only = stackalloc double[1];
        for (var (i, bit) = (0, 1UL); i < _facts.Length; i++, bit <<= 1)
        {
            ref readonly var one = ref _facts[i];
            if ((against & bit) != 0)
            {
                // What the answer speaks against is not told, however likely it looks.
                if ((heard & bit) != 0)
                {
                    both.Drop(one.Head.Classes[0]);
                }

                continue;
            }

            if (((heard | told) & bit) == 0 && (opinion.Score(one.Head) < Less || Likeness.IsBarred(desk, one.Head.Classes[0]) || IsOnlyAsked(one.Head.Classes[0], desk)))
            {
                continue;
            }

            opinion.All(one.Head, only);
            var sure = (heard & bit) != 0 && Likeness.IsSure(desk, one.Head.Classes[0]);
            Judge(both, one, only[0], (heard & bit) != 0, sure || (told & bit) != 0, (settled & bit) != 0, special);
        }
    }

    // "They ask if I gave narcan", "no one is on with 911": it was not said, however much it looks like it.
    private bool IsOnlyAsked(string fact, Desk desk) => (fact == Dose && Likeness.IsSaid(desk, [_dose]) == false) || (fact == Called && Likeness.IsDenied(desk, [_called]));

    private static void Judge(
        Draft both, in (Head Head, bool Good, double Add, double Keep) one, double chance, bool heard, bool told, bool settled, bool special)
    {
        var fact = one.Head.Classes[0];
        var (add, keep) = settled ? (AddSettled, KeepSettled) : (one.Add, one.Keep);
        if (fact == Kit && chance < keep && both.Facts.Contains(Dose))
        {
            // "sprayed it up his nose": a spray that was given is none at hand.
            told = false;
        }

        if (!heard && (told || chance >= add))
        {
            both.Hear(fact, isFact: true);
            if (!told)
            {
                both.Why?.Add(AnswerJudge.Why("like", fact, chance));
            }
        }
        else if (heard && (!special || one.Good) && !told && chance < keep)
        {
            both.Drop(fact);
            both.Why?.Add(AnswerJudge.Why("not like", fact, chance));
        }
    }

    // The good news that an answer speaks against: "no-kit" against "kit-here".
    private static IEnumerable<string> Against(PhraseBook book, string answer)
    {
        var plain = book.Answers.TryGetValue(answer, out var all) ? all[0] : answer;
        return book.Topics.Values.Where(topic => topic.Contains(plain)).SelectMany(topic => topic.TakeLast(1)).Where(best => best != plain);
    }

    private ulong Told(string? answer) => answer is null ? 0 : _told.GetValueOrDefault(answer);

    private ulong Bits(IReadOnlyList<string> words)
    {
        var bits = 0UL;
        for (var i = 0; i < words.Count; i++)
        {
            bits |= _bits.GetValueOrDefault(words[i]);
        }

        return bits;
    }
}
