using System.Globalization;
using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// A second reader beside the grammar, who learned from examples. Good news counts only when both can hear it; where the grammar hears nothing,
/// the examples may say the worse answer, a fact or a need, and never good news. So what it changes errs on the side of care.
/// </summary>
internal sealed class SecondReader(Learned learned, PhraseBook book)
{
    private const string Unclear = "unclear";
    private const string SelfHarm = "self-harm";

    /// <summary>What the grammar did not hear is taken as heard when it is likelier than not by half.</summary>
    private const double Likely = 0.6;

    /// <summary>A fact, and how the writer is, from three in four.</summary>
    private const double LikelyFact = 0.75;

    /// <summary>Bad news moves the step: it needs four in five.</summary>
    private const double LikelyBad = 0.8;

    /// <summary>A wish to die brings another answer than panic does: it is taken as heard from five in six.</summary>
    private const double LikelyHarm = 0.84;

    [ThreadStatic]
    private static int[]? s_sums;

    private readonly HashSet<string> _good = book.Good.ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _bad = book.Bad.ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _never = book.NeverGuessed.ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _facts = book.Facts.ToHashSet(StringComparer.Ordinal);

    /// <summary>The reading as both give it.</summary>
    public Reading Weigh(Reading first, string text, Asked asked)
    {
        if (s_sums?.Length != learned.Heads.Columns)
        {
            s_sums = new int[learned.Heads.Columns];
        }

        learned.Sum(text, asked.Dialog, asked.Step, s_sums);
        var both = new Draft(first);
        var opinion = new Opinion(learned, s_sums);
        var question = asked.Asks is [var asks, ..] ? Heads.Answer(asks) : null;
        Doubt(both, opinion, question);
        Add(both, opinion, question, asked);
        return both.Changed ? both.Reading() : first;
    }

    private void Doubt(Draft both, Opinion opinion, string? question)
    {
        // Who names the kind of kit has it.
        var kind = both.Heard.Any(word => _good.Contains(word) && !_facts.Contains(word));
        foreach (var fact in both.Heard.Where(_good.Contains).ToList())
        {
            if (!kind && opinion.Disbelieves(Heads.Fact(fact), fact, out var chance))
            {
                both.Drop(fact, Why("doubted", fact, chance));
            }
        }

        if (both.Answer is not { } answer || !_good.Contains(answer))
        {
            return;
        }

        var doubted = question is not null && opinion.Disbelieves(question, answer, out var likely) ? Why("doubted", answer, likely) : null;
        if (doubted is not null || Means(answer).All(both.Dropped.Contains))
        {
            both.Say(Unclear, doubted);
            foreach (var meaning in Means(answer))
            {
                both.Drop(meaning, null);
            }
        }
    }

    private void Add(Draft both, Opinion opinion, string? question, Asked asked)
    {
        // Away from the questions of an emergency its words may be of the past: nobody who grieves is told to start pushing. And where the grammar
        // heard something special, such as a frozen spray, it knows better.
        if (question is not null && both.Heard.All(word => word is "how" or "wait" || _facts.Contains(word)))
        {
            Guess(both, opinion, question, asked);
        }

        if (both.Distress != SelfHarm && opinion.Of(Heads.Distress, SelfHarm) is { } harm and >= LikelyHarm)
        {
            both.Feel(SelfHarm, SelfHarm, Why("like examples of", SelfHarm, harm));
        }
        else if (both.Distress == "calm" && opinion.Of(Heads.Distress, "distressed") is { } distress and >= LikelyFact)
        {
            both.Feel("distressed", "distress", Why("like examples of", "distress", distress));
        }

        // What was heard in so many words says what is wanted better.
        if (both.Heard.All(word => word is "how" or "wait") && opinion.Best(Heads.Intent) is { Chance: >= Likely } intent && intent.Word != both.Intent && MayGuess(intent.Word))
        {
            both.Want(intent.Word, Why("like examples of", intent.Word, intent.Chance));
        }
    }

    private void Guess(Draft both, Opinion opinion, string question, Asked asked)
    {
        if (both.Answer is null or Unclear && opinion.Best(question) is { Chance: >= Likely } best && MayGuess(best.Word) && asked.Answers.Contains(best.Word)
            && (both.Dropped.Count == 0 || Means(best.Word).Any(_bad.Contains)))
        {
            both.Say(best.Word, Why("like examples of", best.Word, best.Chance));
            foreach (var fact in Means(best.Word).Take(1).Where(_facts.Contains))
            {
                both.Hear(fact, isFact: true, null);
            }
        }

        foreach (var head in learned.Heads.Facts)
        {
            var fact = head.Classes[0];
            if (!both.Heard.Contains(fact) && MayGuess(fact) && opinion.Of(head.Name, fact) is { } chance && chance >= (_bad.Contains(fact) ? LikelyBad : LikelyFact))
            {
                both.Hear(fact, isFact: true, Why("like examples of", fact, chance));
            }
        }
    }

    private bool MayGuess(string word) => word is not (Unclear or SelfHarm) && !_good.Contains(word) && !_never.Contains(word);

    private IReadOnlyList<string> Means(string answer) =>
        book.Answers.TryGetValue(answer, out var meanings) ? [.. meanings.Where(m => !m.EndsWith('?'))] : [answer];

    private static string Why(string how, string word, double chance) => string.Create(CultureInfo.InvariantCulture, $"{how} {word} ({chance:P0})");
}
