using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Grammar;

namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// A second reader beside the grammar, who learned from examples how far the grammar is to be believed and what it misses. Where both differ the
/// likelier reading stands, except that good news needs more than that, and bad news heard in so many words is taken back only when it is
/// unlikely: what it changes errs on the side of care.
/// </summary>
internal sealed class SecondReader(Learned learned, PhraseBook book, TraitWriter traits, MeaningTable meanings)
{
    // The longest example has under 300 characters.
    private const int Longest = 500;

    [ThreadStatic]
    private static Tally? s_tally;

    private readonly AnswerJudge _answers = new(book, meanings);
    private readonly FactJudge _facts = new(book, learned.Heads, meanings);
    private readonly WishJudge _wishes = new(book);

    private readonly HashSet<string> _ordinary =
    [
        .. book.Facts, .. book.Good, .. book.Bad, .. book.Answers.Keys, .. book.Answers.Values.SelectMany(all => all).Select(word => word.TrimEnd('?')), .. book.WorstFirst,
        .. book.Intents.SelectMany(intent => intent.Meanings.Prepend(intent.Intent)), "distress", "unclear",
    ];

    /// <summary>The reading as both give it.</summary>
    /// <param name="first">As the grammar read it.</param>
    /// <param name="text">The message.</param>
    /// <param name="desk">Where the grammar has read it.</param>
    /// <param name="asked">The step it was written at.</param>
    /// <param name="repeats">How often the same message came just before.</param>
    public Reading Weigh(Reading first, string text, Desk desk, Asked asked, int repeats)
    {
        if (text.Length > Longest || !HasLetter(text))
        {
            // A digit is a choice; and what no example is like, such as a whole page, was never learned.
            return first;
        }

        var tally = s_tally?.Of == learned ? s_tally : s_tally = new Tally(learned);
        tally.Begin();
        var adder = new Adder(tally);
        traits.Write(text, desk, first, asked, ref adder, null);

        var question = asked.Asks is [var asks, ..] ? learned.Heads.AnswerTo(asks) : null;
        var opinion = new Opinion(learned.Heads, tally.Settle(question));
        var both = new Draft(first, desk.Why);

        // Away from the questions of an emergency its words may be of the past: nobody who grieves is told to start pushing.
        if (question is not null && !(asked.OfItsOwn && IsBare(first, desk, asked)))
        {
            // Where the grammar heard something that no example tells of, such as choking, it knows better, but good news may still be doubted.
            var special = !IsOrdinary(first.Heard);
            _answers.Judge(both, opinion, question, asked, desk, special);
            _facts.Judge(both, opinion, asked, desk, special);
        }

        _wishes.Judge(both, opinion, asked, desk, repeats > 0);
        return both.Reading();
    }

    // Yes or no, and nothing else: to another question than examples were written for. Where yes answers nothing it is "I hear you".
    private static bool IsBare(Reading first, Desk desk, Asked asked) => desk.Hits.Count == 0
        && (first.Answer is { } answer ? answer == asked.Yes || answer == asked.No : first.Heard is ["wait"]);

    private bool IsOrdinary(IReadOnlyList<string> heard)
    {
        for (var i = 0; i < heard.Count; i++)
        {
            if (!_ordinary.Contains(heard[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasLetter(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsLetter(letter))
            {
                return true;
            }
        }

        return false;
    }
}
