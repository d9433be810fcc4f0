using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// A second reader beside the grammar, who learned from examples how far the grammar is to be believed and what it misses. Where both differ the
/// likelier reading stands, except that good news needs more than that, and bad news heard in so many words is taken back only when it is
/// unlikely: what it changes errs on the side of care.
/// </summary>
internal sealed class SecondReader(Learned learned, PhraseBook book, TraitWriter traits)
{
    [ThreadStatic]
    private static int[]? s_sums;

    private readonly AnswerJudge _answers = new(book);
    private readonly FactJudge _facts = new(book);

    /// <summary>The reading as both give it.</summary>
    /// <param name="first">As the grammar read it.</param>
    /// <param name="text">The message.</param>
    /// <param name="desk">Where the grammar has read it.</param>
    /// <param name="asked">The step it was written at.</param>
    public Reading Weigh(Reading first, string text, Desk desk, Asked asked)
    {
        var sums = s_sums?.Length == learned.Heads.Columns ? s_sums : s_sums = new int[learned.Heads.Columns];
        Array.Clear(sums);
        var adder = new Adder(learned, sums);
        traits.Write(text, desk, first, asked, ref adder, null);

        var opinion = new Opinion(learned.Heads, sums);
        var both = new Draft(first);

        // Away from the questions of an emergency its words may be of the past: nobody who grieves is told to start pushing.
        if (asked.Asks is [var asks, ..] && learned.Heads.Find(Heads.Answer(asks)) is { } question)
        {
            _answers.Judge(both, opinion, question, asked);
            _facts.Judge(both, opinion, asked);
        }

        WishJudge.Judge(both, opinion, asked);
        return both.Reading();
    }
}
