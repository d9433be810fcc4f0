using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>What a signal means by the way it was said: denied, doubted, asked, of the past, of the writer.</summary>
internal sealed class Interpreter(MeaningTable meanings)
{
    private const int Reach = 7;

    /// <summary>How often a hit is denied by the words around it; <paramref name="from"/> is where the hit before it ended.
    /// After good news "no" denies bad news too ("breathing fine, no snoring"); else it may be an answer ("no, snoring").</summary>
    public static int Negations(Sentence sentence, in Clause clause, in Hit hit, int from, bool afterGood)
    {
        // "no sale ninguna llamada": what begins with its own denial is not denied again within.
        var count = sentence.Is(hit.Start, Role.Not | Role.InnerNot) ? 0 : hit.Negations;
        var verbal = LastVerbal(sentence, hit, from);
        for (var i = Math.Max(from, hit.Start - Reach); i < hit.Start; i++)
        {
            if (IsVerbal(sentence, i) && i != verbal)
            {
                continue;
            }

            if (sentence.Is(i, Role.Not) && !sentence.Used[i])
            {
                count++;
            }
            else if (sentence.Is(i, Role.Stop) && !sentence.Used[i] && ClauseSplitter.Next(sentence, i) >= hit.Start)
            {
                count++;
            }
            else if (count == 0 && sentence.Is(i, Role.NoneOf) && !sentence.Used[i] && ClauseSplitter.Next(sentence, i) >= hit.Start && (afterGood || hit.Signal.News != PhraseNews.Bad))
            {
                count++;
            }
        }

        var after = ClauseSplitter.Next(sentence, hit.End - 1);
        // "dont breathe no more" denies once.
        if (count == 0 && after < clause.End && (sentence.Is(after, Role.NoMore)
            || (sentence.Is(after, Role.No | Role.Not) && ClauseSplitter.Next(sentence, after) >= clause.End && !clause.Is(Manner.Asked))))
        {
            count++;
        }

        return count;
    }

    private static bool IsVerbal(Sentence sentence, int i) => sentence.Is(i, Role.Not) && sentence.Is(i, Role.TwoJobs);

    // "no" before a verb denies that verb: only the last one counts, and bad news it does not touch stays ("no camina esta morado").
    private static int LastVerbal(Sentence sentence, in Hit hit, int from)
    {
        if (sentence.Is(hit.Start, Role.TwoJobs | Role.InnerNot))
        {
            return -1;
        }

        for (var i = hit.Start - 1; i >= Math.Max(from, hit.Start - Reach); i--)
        {
            if (IsVerbal(sentence, i))
            {
                return hit.Signal.News != PhraseNews.Good && Clause.HasContent(sentence, i + 1, hit.Start) ? -1 : i;
            }
        }

        return -1;
    }

    /// <summary>The meanings of a hit, and whether they are good news that was only guessed at.</summary>
    public static Meant[] Mean(Sentence sentence, in Clause clause, in Hit hit, int negations, Asked asked, out bool doubted)
    {
        doubted = false;
        var signal = hit.Signal;
        var denied = negations % 2 == 1;
        if (signal.Free)
        {
            return denied ? signal.Not : signal.So;
        }

        var good = signal.News == PhraseNews.Good ? !denied : signal.News == PhraseNews.Bad && denied;
        var shouted = clause.Is(Manner.Marked) && signal.News == PhraseNews.Bad && !denied;
        if (clause.Is(Manner.Asked) && (!clause.Is(Manner.Presumed) || good) && !shouted)
        {
            return clause.Is(Manner.Hypothetical | Manner.Over) || denied ? [] : signal.Asked ?? [];
        }

        if (clause.Is(Manner.Over) || (clause.Is(Manner.Hypothetical) && !clause.Is(Manner.Unsure)))
        {
            return [];
        }

        if (good && clause.Is(Manner.Wondered | Manner.Aside))
        {
            return [];
        }

        if (signal.Mine is { } mine && clause.Is(Manner.OfWriter) && IsOfWriter(sentence, clause, hit))
        {
            return mine;
        }

        if (!denied && IsFuture(sentence, clause, hit))
        {
            return signal.Will ?? (signal.News == PhraseNews.Bad ? signal.So : []);
        }

        if (clause.Is(Manner.Past) && !clause.Is(Manner.Now))
        {
            return OfPast(signal, denied, good);
        }

        if (clause.Is(Manner.Hedged | Manner.Unsure) && (good || signal.Maybe is not null) && !(denied && !good))
        {
            doubted = good && signal.Maybe is null;
            return signal.Maybe ?? (denied ? signal.Not : signal.So);
        }

        doubted = good && (negations > 1 || (signal.Bare && Clause.IsQualified(sentence, hit.End, clause.End)));
        var now = clause.Is(Manner.Now) || signal.In(asked.Dialog) is null;
        return denied ? signal.Not : now ? signal.So : signal.In(asked.Dialog)!;
    }

    /// <summary>Whether something is amiss by these meanings, though they answer nothing: "weird", "not well", "blue".</summary>
    public bool IsComplaint(Meant[] meant)
    {
        foreach (var one in meant)
        {
            if (!one.Weak && (one.Meaning == meanings.Unclear || (meanings.Bad.Contains(one.Meaning) && meanings.Topic(one.Meaning) < 0)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Notes the meanings of a hit.</summary>
    public void Note(HeardSoFar heard, Meant[] meant, bool doubted, bool replaces)
    {
        foreach (var one in meant)
        {
            if (!doubted)
            {
                heard.Add(new Item(one.Meaning, meanings.Topic(one.Meaning), one.Weak), replaces);
            }
            else if (Doubtable(one) is var topic && (topic >= 0 || !Array.Exists(meant, other => Doubtable(other) >= 0)))
            {
                // "i think theres narcan" doubts that it is there; which kind it is is no doubt about nothing in particular.
                heard.Add(new Item(meanings.Unclear, topic, false), replaces);
            }
        }
    }

    // The topic in which a meaning can be doubted, or -1.
    private int Doubtable(Meant one) => meanings.Topic(one.Meaning) is >= 0 and var topic && meanings.UnclearRank[topic] >= 0 ? topic : -1;

    private static Meant[] OfPast(Signal signal, bool denied, bool good)
    {
        if (good)
        {
            return signal.Was is { } was && !denied ? was : [];
        }

        // Bad news of the past still counts until something newer is said.
        var meant = denied ? signal.Not : signal.Was ?? signal.So;
        return signal.News == PhraseNews.Plain || (signal.Was is not null && !denied)
            ? meant
            : Array.ConvertAll(meant, one => one with { Weak = true });
    }

    // "i am awake" is of the writer; "i dont think he is awake" and "i tried, awake" are not.
    private static bool IsOfWriter(Sentence sentence, in Clause clause, in Hit hit)
    {
        for (var i = hit.Start - 1; i >= clause.Start; i--)
        {
            // "i found my roommate on the floor"
            if (sentence.Is(i, Role.Subject | Role.SubjectOrObject | Role.Someone))
            {
                return sentence.Is(i, Role.I) && !Clause.HasContent(sentence, i, hit.Start);
            }
        }

        return false;
    }

    private static bool IsFuture(Sentence sentence, in Clause clause, in Hit hit)
    {
        for (var i = clause.Start; i < hit.Start; i++)
        {
            if (sentence.Is(i, Role.Future) && !sentence.Used[i])
            {
                return true;
            }
        }

        return false;
    }
}
