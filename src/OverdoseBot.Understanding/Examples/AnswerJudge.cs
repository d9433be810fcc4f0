using System.Globalization;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Grammar;

namespace OverdoseBot.Understanding.Examples;

/// <summary>Settles the answer to the step's question.</summary>
internal sealed class AnswerJudge(PhraseBook book, MeaningTable meanings)
{
    private const string Unclear = "unclear";
    private const string Distress = "distress";
    private const string Dose = "dose-given";
    private const string Calling = "calling";

    /// <summary>Good news is believed from seventeen in twenty; where the grammar heard it too, from three in four.</summary>
    private const double Sure = 0.85;
    private const double SureHeard = 0.75;

    /// <summary>What the grammar heard asked, planned or denied is believed from nine in ten.</summary>
    private const double SureDoubted = 0.9;

    /// <summary>An answer heard in so many words that is no good news is taken back only below three in ten.</summary>
    private const double Unlikely = 0.3;

    /// <summary>Bad news, only below one in ten; for lesser bad news, such as slow breaths for none, hardly ever.</summary>
    private const double UnlikelyBad = 0.1;
    private const double UnlikelyWorse = 0.01;

    private readonly HashSet<string> _bad = book.Bad.ToHashSet(StringComparer.Ordinal);
    private readonly List<string> _worstFirst = [.. book.WorstFirst];
    private readonly HashSet<string> _good = book.Good.ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _means =
        book.Answers.Keys.ToDictionary(answer => answer, answer => Means(book, answer), StringComparer.Ordinal);

    private readonly Dictionary<string, int[]> _goodMeanings =
        book.Good.ToDictionary(answer => answer, answer => Means(book, answer).Select(meanings.Find).Where(id => id >= 0).ToArray(), StringComparer.Ordinal);

    public void Judge(Draft both, Opinion opinion, Head question, Asked asked, Desk desk, bool special)
    {
        var heard = both.Answer is null or Unclear ? null : both.Answer;
        if (heard is not null && (!asked.Asks!.Contains(heard) || (special && !_good.Contains(heard))))
        {
            // Another answer than the question asks for, or beside something special: the grammar knows better.
            return;
        }

        if (heard is null && (both.Heard is [Distress] || (IsAnyBad(both.Heard) && !asked.Asks!.Any(IsBad))))
        {
            // How the writer feels answers nothing; and bad news beside the question leads on: "no naloxone, no breath" says nothing of calling.
            return;
        }

        Span<double> chances = stackalloc double[question.Classes.Length];
        opinion.All(question, chances);
        var good = heard is not null && _good.Contains(heard);
        var best = Best(question, chances, asked, good ? SureHeard : Sure);
        if (good && _good.Contains(question.Classes[best]) && chances[best] < Sure)
        {
            // One kind of good news for another, such as a needle for a spray, needs as much as good news by itself.
            return;
        }

        if (!good && _good.Contains(question.Classes[best])
            && ((chances[best] < SureDoubted && IsDoubted(both, desk, question.Classes[best])) || (question.Classes[best] == Calling && Likeness.IsDenied(desk, _goodMeanings[Calling]))))
        {
            // "told the lady to call": it was spoken of, and not as done.
            return;
        }

        if (special && chances[best] < Sure && question.Classes.IndexOf(Unclear) is >= 0 and var unclear)
        {
            // What no example tells of may be why it looks so: then it is no answer, and good news is doubted but not turned round.
            best = unclear;
        }

        var word = question.Classes[best];
        if (word == (heard ?? Unclear) || Likeness.IsBarred(desk, word) || (heard is not null && chances[question.Classes.IndexOf(heard)] > Least(heard, word)))
        {
            return;
        }

        if (heard is not null)
        {
            // A dose makes it an emergency, and was given all the same where it is none any more: "hes awake, gave him narcan".
            foreach (var meaning in Means(heard).Where(m => m != Dose || heard == Dose))
            {
                both.Drop(meaning);
            }

            // What only the answer told goes with it.
            foreach (var fact in good && book.Tells.TryGetValue(heard, out var told) ? told : [])
            {
                both.Drop(fact);
            }
        }

        both.Say(word);
        both.Why?.Add(Why(heard is null ? "like" : $"{heard}? rather like", word, chances[best]));
    }

    public static string Why(string how, string word, double chance) => string.Create(CultureInfo.InvariantCulture, $"{how} {word} ({chance:P0})");

    // The likeliest; good answers stand together against the others, and count only when they are likely enough. Where they are not, and nothing else is
    // likely either, it is unclear: a spray that may be too old is no missing one.
    private int Best(Head question, ReadOnlySpan<double> chances, Asked asked, double sure)
    {
        var (best, other, good) = (-1, -1, 0d);
        for (var c = 0; c < chances.Length; c++)
        {
            var word = question.Classes[c];
            if (word != Unclear && !asked.Asks!.Contains(word))
            {
                continue;
            }

            best = best < 0 || chances[c] > chances[best] ? c : best;
            if (_good.Contains(word))
            {
                good += chances[c];
            }
            else
            {
                other = other < 0 || chances[c] > chances[other] ? c : other;
            }
        }

        return !_good.Contains(question.Classes[best]) || good >= sure ? best
            : chances[other] >= Unlikely || question.Classes.IndexOf(Unclear) is not (>= 0 and var unclear) ? other : unclear;
    }

    // A heard answer stands while it is likelier than this; good news falls as soon as something else is likelier.
    private double Least(string heard, string instead) => _good.Contains(heard) ? 1 : !IsBad(heard) ? Unlikely : IsWorse(heard, instead) ? UnlikelyWorse : UnlikelyBad;

    private bool IsWorse(string heard, string instead) => IsBad(instead) && _worstFirst.IndexOf(heard) < _worstFirst.IndexOf(instead);

    private bool IsBad(string answer) => Means(answer).Any(_bad.Contains);

    private bool IsAnyBad(IReadOnlyList<string> heard)
    {
        for (var i = 0; i < heard.Count; i++)
        {
            if (_bad.Contains(heard[i]))
            {
                return true;
            }
        }

        return false;
    }

    // Whether good news is only spoken of; where no match is about it, whether the contrary was heard.
    private bool IsDoubted(Draft both, Desk desk, string answer)
    {
        var meant = _goodMeanings[answer];
        if (Likeness.IsSaid(desk, meant) is { } said)
        {
            return !said;
        }

        var doubted = false;
        for (var i = 0; i < both.Heard.Count; i++)
        {
            doubted |= meanings.Find(both.Heard[i]) is >= 0 and var one && Array.Exists(meant, m => m != one && meanings.Topic(m) >= 0 && meanings.Topic(m) == meanings.Topic(one));
        }

        return doubted;
    }

    // The meanings that give an answer.
    private string[] Means(string answer) => _means.TryGetValue(answer, out var meanings) ? meanings : [answer];

    private static string[] Means(PhraseBook book, string answer) => book.Answers.TryGetValue(answer, out var all) ? [.. all.Where(m => !m.EndsWith('?'))] : [answer];
}
