using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Examples;

/// <summary>Settles how the writer is and what they want.</summary>
internal sealed class WishJudge(PhraseBook book)
{
    private const string SelfHarm = "self-harm";
    private const string Distressed = "distressed";
    private const string Distress = "distress";
    private const string Calm = "calm";
    private const string Emergency = "emergency";
    private const string Human = "human";
    private const string Self = "self";
    private const string Happening = "happening";
    private const string How = "how";
    private const double Likely = 0.6;

    /// <summary>A wish to die is taken as heard from one in two: half of the examples that speak of one are pairs that only look like it.</summary>
    private const double LikelyHarm = 0.5;
    private const double Sure = 0.8;

    /// <summary>Heard in so many words, it is taken back only when it is this unlikely.</summary>
    private const double Unlikely = 0.2;
    private const double UnlikelyDistress = 0.05;
    private const double Hardly = 0.02;

    /// <summary>What comes before everything else that a writer may want, except to die.</summary>
    private readonly HashSet<string> _signs =
        [.. book.Intents.TakeWhile(intent => intent.Intent != Self).Where(intent => intent.Intent == Emergency).SelectMany(intent => intent.Meanings)];

    public void Judge(Draft both, Opinion opinion, Asked asked, Desk desk, bool again)
    {
        var (harm, distress) = Feels(opinion);
        if (both.Distress != SelfHarm && harm >= LikelyHarm && !Likeness.IsBarred(desk, SelfHarm))
        {
            both.Feel(SelfHarm);
            both.Hear(SelfHarm, isFact: false);
            both.Why?.Add(AnswerJudge.Why("like", SelfHarm, harm));
        }
        else if (both.Distress == Calm && distress >= Likely)
        {
            both.Feel(Distressed);
            both.Hear(Distress, isFact: false);
            both.Why?.Add(AnswerJudge.Why("like", Distress, distress));
        }
        // No example says the same again: what that shows of the writer stands.
        else if (!again && both.Distress == Distressed && distress + harm < UnlikelyDistress)
        {
            both.Feel(Calm);
            both.Drop(Distress);
            both.Why?.Add(AnswerJudge.Why("not like", Distress, distress));
        }

        Want(both, opinion, asked);
        if (both.Answer == Happening && both.Intent == How && asked.Asks?.Contains(Happening) == true && Emergencies(opinion) > Hardly)
        {
            // "is it bad that her lips are purple" asks, and tells of an emergency.
            both.Want(Emergency);
            both.Why?.Add(Happening);
        }

        if (both.Intent is "other" or "how" or "wait" && Sign(both) is { } sign)
        {
            both.Want(Emergency);
            both.Why?.Add(sign);
        }
    }

    // Who answers that there is no breath, or tells of a seizure, tells of an emergency, whatever else the message sounds like.
    private string? Sign(Draft both) => both.Answer is { } answer && (_signs.Contains(answer) || (book.Tells.TryGetValue(answer, out var told) && told.Any(_signs.Contains)))
        ? answer
        : both.Facts.FirstOrDefault(_signs.Contains);

    private static void Want(Draft both, Opinion opinion, Asked asked)
    {
        if (both.Distress == SelfHarm || both.Intent == SelfHarm)
        {
            if (both.Intent != SelfHarm)
            {
                both.Want(SelfHarm);
                both.Why?.Add(SelfHarm);
            }

            return;
        }

        if (opinion.Heads.Intents is not { } intents)
        {
            return;
        }

        Span<double> chances = stackalloc double[intents.Classes.Length];
        opinion.All(intents, chances);
        var best = chances.IndexOf(Max(chances));
        var word = intents.Classes[best];
        if (word is SelfHarm || word == both.Intent || (both.Intent == Emergency && Stays(word, intents, chances, asked)))
        {
            return;
        }

        both.Want(word);
        both.Why?.Add(AnswerJudge.Why("like", word, chances[best]));
        if (word == Human && chances[best] >= Sure)
        {
            both.Hear(Human, isFact: false);
        }
    }

    // Who tells of an emergency and sounds like asking for a person is answered as one who tells of an emergency.
    private static bool Stays(string instead, Head intents, ReadOnlySpan<double> chances, Asked asked) =>
        instead == Human || (asked.Asks?.Contains(Happening) == true && Of(intents, chances, Emergency) > Unlikely);

    private static double Emergencies(Opinion opinion)
    {
        if (opinion.Heads.Intents is not { } intents)
        {
            return 0;
        }

        Span<double> chances = stackalloc double[intents.Classes.Length];
        opinion.All(intents, chances);
        return Of(intents, chances, Emergency);
    }

    // The chances that the writer wants to die, and is distressed.
    private static (double Harm, double Distress) Feels(Opinion opinion)
    {
        if (opinion.Heads.Feelings is not { } feelings)
        {
            return (0, 0);
        }

        Span<double> chances = stackalloc double[feelings.Classes.Length];
        opinion.All(feelings, chances);
        return (Of(feelings, chances, SelfHarm), Of(feelings, chances, Distressed));
    }

    // 0 when no example says anything about it.
    private static double Of(Head head, ReadOnlySpan<double> chances, string word) => head.Classes.IndexOf(word) is >= 0 and var at ? chances[at] : 0;

    private static double Max(ReadOnlySpan<double> chances)
    {
        var most = chances[0];
        foreach (var chance in chances)
        {
            most = Math.Max(most, chance);
        }

        return most;
    }
}
