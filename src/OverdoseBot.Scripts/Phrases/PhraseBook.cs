namespace OverdoseBot.Scripts;

/// <summary>
/// The words of one language and what they mean, as read from <c>dialogs/phrases/</c>. It holds small vocabularies and
/// patterns made of them; how negation, hedges, questions and tense work on them is mechanism, and not in here.
/// </summary>
public sealed record PhraseBook
{
    /// <summary>The language tag, such as <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The plainest word that denies what follows it: "not".</summary>
    public string Denial { get; init; } = string.Empty;

    /// <summary>What a token stands for when it is not written as words: <c>hes</c> is <c>he is</c>.</summary>
    public required IReadOnlyDictionary<string, string> Spellings { get; init; }

    /// <summary>Endings that do not change what a word means, each with the endings it stands for: <c>ito</c> for <c>o</c> in <c>lentito</c>; <c>+</c> is added to the whole word.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Endings { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Words that are written as one with the word before: each ending of that word, and what may follow it (<c>ar</c>: <c>le</c>, <c>se lo</c>).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attached { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What a word stands for when an accent is typed on it, though the same word without one may be another: <c>llamó</c>, <c>él</c>.</summary>
    public IReadOnlyDictionary<string, string> Accented { get; init; } = new Dictionary<string, string>();

    /// <summary>The words an emoji stands for.</summary>
    public required IReadOnlyDictionary<string, string> Symbols { get; init; }

    /// <summary>Ordinary words that must not be taken for a slip of another word.</summary>
    public required IReadOnlyList<string> Ordinary { get; init; }

    /// <summary>Number words.</summary>
    public required IReadOnlyDictionary<string, int> Numbers { get; init; }

    /// <summary>What a message of one digit means, the same at every step.</summary>
    public required IReadOnlyDictionary<int, string> Digits { get; init; }

    /// <summary>Vocabulary classes: name to words or short phrases.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Classes { get; init; }

    /// <summary>What can be heard, and by which patterns.</summary>
    public required IReadOnlyList<PhraseSignal> Signals { get; init; }

    /// <summary>Meanings that exclude one another, the worst first.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Topics { get; init; }

    /// <summary>Answer words that are not meanings themselves, and the meanings they are heard by; the first is the plain one.
    /// One with a question mark is heard only where the message gives no other answer.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Answers { get; init; }

    /// <summary>Answer words, and the facts that each tells however it was understood.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tells { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Meanings that say nothing beside others: to each, those it gives way to.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> GivesWay { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Answer words, the one to prefer first, for a message that holds several.</summary>
    public required IReadOnlyList<string> WorstFirst { get; init; }

    /// <summary>Meanings and answer words that calm: a doubt turns them into unclear.</summary>
    public required IReadOnlyList<string> Good { get; init; }

    /// <summary>Meanings that only lead to an answer and are told to nobody.</summary>
    public IReadOnlyList<string> Inner { get; init; } = [];

    /// <summary>Meanings that make a bare yes doubtful.</summary>
    public required IReadOnlyList<string> Bad { get; init; }

    /// <summary>Meanings that count at every step and are told to the outside.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>Intents in order, each with the meanings that show it.</summary>
    public required IReadOnlyList<PhraseIntent> Intents { get; init; }

    /// <summary>Seconds between two breaths from which breathing is slow, and from which it counts as none.</summary>
    public required BreathGaps Breaths { get; init; }

    /// <summary>The places that it names, to be looked up in the scripts (<see cref="PhrasePlaces.Unknown"/>).</summary>
    public IReadOnlyList<PhrasePlace> Places { get; init; } = [];

    /// <summary>What words tell of how the writer is; read from a file of its own.</summary>
    public FeelingBook Feelings { get; init; } = FeelingBook.None;
}

/// <summary>An intent and the meanings that show it.</summary>
public sealed record PhraseIntent(string Intent, IReadOnlyList<string> Meanings);

/// <summary>Seconds between two breaths: slow from, none from.</summary>
public sealed record BreathGaps(int Slow, int None)
{
    /// <summary>The step that asks for a count of breaths, as <c>dialog/step</c>.</summary>
    public string? CountedAt { get; init; }

    /// <summary>How many breaths are enough where they are counted.</summary>
    public int Enough { get; init; } = int.MaxValue;
}
