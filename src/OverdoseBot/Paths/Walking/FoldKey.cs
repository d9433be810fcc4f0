namespace OverdoseBot.Paths;

/// <summary>The part of a record that a key tells of; <see cref="Fold"/> says what each is.</summary>
internal enum Factor
{
    Moves,
    Arrival,
    Words,
    Pieces,
    Asides,
    Undo,
    ClockMoves,
    ClockWords,
    Handover,
    Handoff,
    Forget,
    Practice,
}

/// <summary>One factor of a state.</summary>
/// <param name="Factor">Which.</param>
/// <param name="Where">The place, stack or clocks that it is read with, as a number.</param>
/// <param name="What">Its value.</param>
internal readonly record struct FoldKey(Factor Factor, int Where, ulong What)
{
    /// <summary>What is walked from a state in which a factor has a value that no state had before.</summary>
    public Walked Walks => Factor switch
    {
        Factor.Moves => Walked.Moving | Walked.Pairs,
        Factor.Words => Walked.Moving | Walked.Pairs | Walked.Words,
        Factor.Asides => Walked.Moving | Walked.Words,
        Factor.Undo => Walked.Undo,
        Factor.ClockMoves or Factor.ClockWords => Walked.Clocks,
        Factor.Practice => Walked.Moving | Walked.Words | Walked.Texts | Walked.Clocks,
        Factor.Forget => Walked.Moving | Walked.Clocks,
        Factor.Handoff => Walked.Moving | Walked.Words | Walked.Texts | Walked.Clocks,
        Factor.Arrival or Factor.Pieces or Factor.Handover => Walked.Moving,
        _ => throw new ArgumentOutOfRangeException(nameof(Factor), Factor, null),
    };
}

/// <summary>Which inputs are walked from a state.</summary>
[Flags]
internal enum Walked
{
    /// <summary>None: other states meet them in the same way.</summary>
    None = 0,

    /// <summary>Messages that can move something.</summary>
    Moving = 1,

    /// <summary>Messages that only add words.</summary>
    Words = 2,

    /// <summary>"Wrong button".</summary>
    Undo = 4,

    /// <summary>Its clocks.</summary>
    Clocks = 8,

    /// <summary>Every text that people write: no state was at this step before.</summary>
    Texts = 16,

    /// <summary>Two facts in one message.</summary>
    Pairs = 32,
}
