namespace OverdoseBot.Understanding.Words;

/// <summary>The jobs that words have in the grammar; each is a class of the phrase book.</summary>
[Flags]
internal enum Role : ulong
{
    None = 0,
    Filler = 1UL << 0,
    Not = 1UL << 1,
    NoneOf = 1UL << 2,
    Stop = 1UL << 3,
    NoMore = 1UL << 4,
    Hedge = 1UL << 5,
    Unsure = 1UL << 6,
    Question = 1UL << 7,
    Why = 1UL << 8,
    Aux = 1UL << 9,
    Past = 1UL << 10,
    Now = 1UL << 11,
    Future = 1UL << 12,
    If = 1UL << 13,
    When = 1UL << 14,
    That = 1UL << 15,
    Subject = 1UL << 16,
    SubjectOrObject = 1UL << 17,
    I = 1UL << 18,
    Det = 1UL << 19,
    But = 1UL << 20,
    And = 1UL << 21,
    Or = 1UL << 22,
    Correction = 1UL << 23,
    Yes = 1UL << 24,
    No = 1UL << 25,
    Over = 1UL << 26,
    Minute = 1UL << 27,
    Second = 1UL << 28,
    Hour = 1UL << 29,
    Ago = 1UL << 30,
    DoseUnit = 1UL << 31,
    BreathUnit = 1UL << 32,
    Every = 1UL << 33,
    DigitLead = 1UL << 34,

    /// <summary>A phrase that is never cut, though words in it could begin a clause: "every now and then".</summary>
    Whole = 1UL << 35,
    Apart = 1UL << 36,

    /// <summary>A whole question: what follows it is said, not asked.</summary>
    Ask = 1UL << 37,

    /// <summary>Verbs that often stand first because "i" was dropped: "did the first one" is no question.</summary>
    BareVerb = 1UL << 38,

    /// <summary>Words that may follow good news without qualifying it: "breathing, thank god".</summary>
    Harmless = 1UL << 39,

    /// <summary>Words that set what follows against what was said: "but", "though".</summary>
    Concede = 1UL << 40,

    /// <summary>Verbs of who watches and counts: "i counted 3 in 30 seconds" is not of the writer's own breaths.</summary>
    Counted = 1UL << 41,

    /// <summary>Words of two jobs, which their place tells apart: Spanish "no" (no, not) and "si" (yes, if).</summary>
    TwoJobs = 1UL << 44,

    /// <summary>"less than", "not even": the number that follows was not reached.</summary>
    FewerThan = 1UL << 45,

    /// <summary>"more than", "at least": the number that follows was reached.</summary>
    MoreThan = 1UL << 46,

    /// <summary>Names another person: "he", "my cousin", "this guy".</summary>
    Someone = 1UL << 47,

    /// <summary>Verbs before which a question word asks nothing: "let them see what is here", "i told them where we are".</summary>
    Embeds = 1UL << 48,

    /// <summary>Names a time without breath: "gaps of 15 seconds", "quiet for 20 seconds".</summary>
    Pause = 1UL << 49,

    /// <summary>Two of what is spoken of: "gave both", "hit him twice".</summary>
    Pair = 1UL << 50,

    /// <summary>Stands before a time gone by: "hace 5 minutos".</summary>
    AgoFirst = 1UL << 42,

    /// <summary>A moment ago: "just gave it".</summary>
    Just = 1UL << 43,

    /// <summary>Verbs that hold their subject: in "no estoy" the "no" denies.</summary>
    Inflected = 1UL << 51,

    /// <summary>A word that denies, inside a phrase whose first word carries the denial: the "no" of "ya no".</summary>
    InnerNot = 1UL << 62,

    /// <summary>A later word of a phrase; its first word carries the phrase's roles.</summary>
    Inside = 1UL << 63,

    /// <summary>Words that say nothing by themselves and may stand between the words of a pattern.</summary>
    Skippable = Filler | Aux | Not | NoneOf,

    /// <summary>Words after which a new subject still belongs to the same clause.</summary>
    Opener = Hedge | Unsure | If | When | That | Why | Question,
}

/// <summary>Finds the role of a class by its name in the book: <c>none-of</c> is <see cref="Role.NoneOf"/>.</summary>
internal static class RoleNames
{
    public static Role Of(string className) =>
        Enum.TryParse<Role>(className.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var role)
        && role is not (Role.Skippable or Role.Opener or Role.Inside or Role.InnerNot or Role.None)
            ? role
            : Role.None;
}
