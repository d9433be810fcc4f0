using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Languages;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Feelings;

/// <summary>
/// Weighs the feelings in the words of a message: a small sentiment model with intensifiers, negation and whose feeling it is.
/// </summary>
internal sealed class FeelingReader(MeaningTable meanings)
{
    private readonly int _afraid = meanings.Id("afraid");

    /// <summary>Adds up the words; of another language only those that it alone knows.</summary>
    public void Read(string text, Desk desk, LanguageEar? ear = null, int language = -1, Sentence? heard = null)
    {
        var (sentence, at) = (desk.Sentence, 0);
        for (var i = 0; i < sentence.Count; i++)
        {
            at += at + 1 < desk.Clauses.Count && desk.Clauses[at].End <= i ? 1 : 0;
            var felt = sentence.Felt[i];
            if (felt.Length == 0 || felt.Points == 0 || (ear is not null && ear.OwnerAt(text, sentence.Tokens[i].Start) != language) || Felt(heard, sentence.Tokens[i].Start))
            {
                continue;
            }

            var points = felt.Is(FeelingKinds.Felt) ? Weight(desk, desk.Clauses[at], i) : felt.Points;
            desk.Pleads |= felt.Is(FeelingKinds.Plea) && points > 0;
            // Relief counts once: "thank god thank god i was so scared".
            points = points < 0 && desk.Relieved ? 0 : points;
            desk.Relieved |= points < 0;
            desk.Points += points;
            if (points != 0)
            {
                var last = sentence.Tokens[i + felt.Length - 1];
                desk.Felt?.Add($"{text.AsSpan(sentence.Tokens[i].Start, last.Start + last.Length - sentence.Tokens[i].Start)} {points}");
            }
        }
    }

    // "please" in Spanish text may be known to both languages.
    private static bool Felt(Sentence? heard, int start)
    {
        for (var i = 0; heard is not null && i < heard.Count; i++)
        {
            if (heard.Tokens[i].Start == start && heard.Felt[i].Points != 0)
            {
                return true;
            }
        }

        return false;
    }

    private int Weight(Desk desk, in Clause clause, int i)
    {
        var sentence = desk.Sentence;
        // "im shaking him" is no feeling.
        var after = i + sentence.Felt[i].Length;
        if (after < clause.End && sentence.Felt[after].Is(FeelingKinds.Other) && !sentence.Is(after, Role.Subject | Role.Det))
        {
            return 0;
        }

        if (clause.Is(Manner.Over) || Whose.IsDenied(sentence, i) || (!sentence.Felt[i].Is(FeelingKinds.Writer) && Whose.IsAnothers(desk, i)))
        {
            return 0;
        }

        var (points, before) = (sentence.Felt[i].Points, i - 1);
        while (before > clause.Start && !sentence.Felt[before].Is(FeelingKinds.Stronger | FeelingKinds.Weaker) && sentence.Is(before, Role.Filler | Role.Aux | Role.Inside))
        {
            before--;
        }

        var stronger = before >= clause.Start && sentence.Felt[before].Is(FeelingKinds.Stronger);
        // "im scared of the cops" answers why nobody called: it takes more, as "terrified" or "so scared", to tell of the writer too.
        points = sentence.Used[i] && desk.Heard.Has(_afraid) ? points / 2 : points;
        return stronger ? points * 2
            : before >= clause.Start && sentence.Felt[before].Is(FeelingKinds.Weaker) ? points / 2
            : points;
    }
}
