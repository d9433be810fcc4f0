using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Clauses;

/// <summary>How a clause was said.</summary>
[Flags]
internal enum Manner
{
    None = 0,

    /// <summary>A question by its order or its question word.</summary>
    Asked = 1,

    /// <summary>A statement with a question mark: good news is doubted, bad news counts.</summary>
    Wondered = 2,

    /// <summary>Why something is so: it is so.</summary>
    Presumed = 4,
    Hypothetical = 8,
    Aside = 16,
    Hedged = 32,
    Unsure = 64,
    Past = 128,
    Now = 256,
    Corrects = 512,
    Over = 1024,

    /// <summary>Joined to the clause before it by "or", which carries a negation on.</summary>
    OrJoined = 2048,
    Joined = 4096,
    HasSubject = 8192,
    OfWriter = 16384,

    /// <summary>A question by its mark alone: bad news still counts ("gasping??").</summary>
    Marked = 32768,

    /// <summary>What "and" and "or" hand on to a clause without a subject of its own.</summary>
    Carried = Asked | Marked | Wondered | Presumed | Hypothetical | Aside | Hedged | Unsure | Past | Over,
}

/// <summary>A run of words with one subject, and how it was said.</summary>
internal struct Clause
{
    private const Role Measures = Role.Minute | Role.Second | Role.Hour | Role.Ago | Role.DoseUnit | Role.BreathUnit | Role.Every | Role.Whole | Role.Apart | Role.Counted
        | Role.FewerThan | Role.MoreThan | Role.Someone | Role.Embeds;

    public int Start;
    public int End;
    public Manner Manner;

    public readonly bool Is(Manner any) => (Manner & any) != 0;

    /// <summary>Whether words stand there that are not grammar.</summary>
    public static bool HasWords(Sentence sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if ((sentence.Roles[i] & ~Measures) == Role.None)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether words nobody listed go on to say how it is, before anything else is said: "breathing | like a train".</summary>
    public static bool IsQualified(Sentence sentence, int from, int to)
    {
        const Role Onward = Role.Subject | Role.SubjectOrObject | Role.But | Role.And | Role.Or | Role.Correction | Role.When | Role.Yes | Role.No | Role.Ask;
        for (var i = from; i < to && !sentence.Is(i, Onward); i++)
        {
            if (sentence.Tokens[i].Number < 0 && HasContent(sentence, i, i + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether words stand there that are neither grammar nor used by a pattern.</summary>
    public static bool HasContent(Sentence sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!sentence.Used[i] && HasWords(sentence, i, i + 1))
            {
                return true;
            }
        }

        return false;
    }
}
