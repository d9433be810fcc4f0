namespace OverdoseBot.Scripts;

/// <summary>
/// Something that can be heard. What it means depends on how it was said: plainly, denied, doubted, of the past, of
/// the future, or of the writer. A meaning with <c>?</c> at its end is weak: anything else said about the topic replaces it.
/// </summary>
public sealed record PhraseSignal
{
    /// <summary>The name that <c>explain</c> prints.</summary>
    public required string Name { get; init; }

    /// <summary>good: a doubt makes it unclear; bad: a doubt leaves it bad; plain: neither.</summary>
    public required PhraseNews News { get; init; }

    /// <summary>What it means said plainly.</summary>
    public required IReadOnlyList<string> So { get; init; }

    /// <summary>What it means denied.</summary>
    public required IReadOnlyList<string> Not { get; init; }

    /// <summary>What it means told of the past; null: bad news weakly, good news not at all.</summary>
    public required IReadOnlyList<string>? Was { get; init; }

    /// <summary>What it means told of the future; null: nothing.</summary>
    public required IReadOnlyList<string>? Will { get; init; }

    /// <summary>What it means doubted; null: good news unclear, other news as said plainly.</summary>
    public required IReadOnlyList<string>? Maybe { get; init; }

    /// <summary>What it means when the writer says it of himself; null: the same.</summary>
    public required IReadOnlyList<string>? Mine { get; init; }

    /// <summary>What it means asked after, but not supposed; null: nothing.</summary>
    public required IReadOnlyList<string>? Asked { get; init; }

    /// <summary>Heard however it is said: asked, supposed, of long ago. Only a denial changes it.</summary>
    public required bool Free { get; init; }

    /// <summary>Heard in passing, beside all else: it uses up no word and changes nothing else that is heard. Asked or planned, it is heard too.</summary>
    public required bool Beside { get; init; }

    /// <summary>
    /// Heard of the writer before all else, across clauses, however it is said; only "not" right before it denies it. It uses up no words
    /// unless it takes them.
    /// </summary>
    public required bool Own { get; init; }

    /// <summary>For what is heard of the writer: its words say nothing else: "i dont want to wake up" says nothing of waking.</summary>
    public required bool Takes { get; init; }

    /// <summary>Answers and facts that are not taken from likeness where it is heard: "they are asking for my name" looks like somebody who woke.</summary>
    public required IReadOnlyList<string> Never { get; init; }

    /// <summary>Facts that likeness does not take away where it is heard: "gave the last one" looks like somebody who has none.</summary>
    public required IReadOnlyList<string> Sure { get; init; }

    /// <summary>For what is heard of the writer: what it means when somebody else does or feels it; null: the same.</summary>
    public required IReadOnlyList<string>? Theirs { get; init; }

    /// <summary>For what is heard beside: only where its own words, or else the message, also mean all of these.</summary>
    public required IReadOnlyList<string> With { get; init; }

    /// <summary>Unlisted words after it qualify it, so that good news becomes doubted: "breathing like a train".</summary>
    public required bool Bare { get; init; }

    /// <summary>What it means in a dialog of that name unless words say that it is now.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> In { get; init; }

    /// <summary>The steps (<c>dialog/step</c> or <c>dialog/*</c>) where it can be heard; empty: everywhere.</summary>
    public required IReadOnlyList<string> At { get; init; }

    /// <summary>Patterns heard anywhere in a clause.</summary>
    public required IReadOnlyList<string> Say { get; init; }

    /// <summary>Patterns by which it is only spoken of, as known already: "after the spray".</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>Patterns heard only where the clause says nothing else.</summary>
    public required IReadOnlyList<string> Alone { get; init; }
}

/// <summary>Whether a signal is good news, bad news, or neither.</summary>
public enum PhraseNews
{
    /// <summary>Neither.</summary>
    Plain,

    /// <summary>Calms: never taken from a doubt.</summary>
    Good,

    /// <summary>Alarms: taken from a doubt too.</summary>
    Bad,
}
