namespace OverdoseBot.Scripts;

/// <summary>
/// What the words of one language tell of how the writer is, as read from <c>dialogs/feelings/</c>. Words that tell bad facts are not in
/// it, so that bad facts told plainly are calm. Phrases with a meaning of their own (guilt, despair, wanting to die) stand in the phrase book.
/// </summary>
public sealed record FeelingBook
{
    private static readonly Dictionary<string, Feeling> s_empty = [];

    /// <summary>A book without a word: every message is calm but for its phrases.</summary>
    public static FeelingBook None { get; } = new()
    {
        Language = "",
        Enough = int.MaxValue,
        EnoughDeath = int.MaxValue,
        Words = s_empty,
        Death = s_empty,
        Behaviour = new BehaviourPoints(0, 0, 0, 0, 0, 0, 0),
    };

    /// <summary>The language tag, such as <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>From how many points on the writer is distressed.</summary>
    public required int Enough { get; init; }

    /// <summary>From how many points of its own on the writer wants to die.</summary>
    public required int EnoughDeath { get; init; }

    /// <summary>Words and short phrases, each with all that it tells.</summary>
    public required IReadOnlyDictionary<string, Feeling> Words { get; init; }

    /// <summary>Words and short phrases of wanting to die, and places; they weigh when the writer says them of themself.</summary>
    public required IReadOnlyDictionary<string, Feeling> Death { get; init; }

    /// <summary>What shouting and repeating tell.</summary>
    public required BehaviourPoints Behaviour { get; init; }
}

/// <summary>What a word tells of a feeling.</summary>
/// <param name="Kinds">What it is.</param>
/// <param name="Points">How much it weighs; negative: it speaks against distress; zero for words that only help to read others.</param>
public sealed record Feeling(FeelingKinds Kinds, int Points);

/// <summary>The jobs that words have in reading feelings.</summary>
[Flags]
public enum FeelingKinds : ushort
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A feeling: it weighs when the writer has it, and nothing when somebody else does.</summary>
    Felt = 1,

    /// <summary>An outcry or a plea: it weighs whoever the sentence is about.</summary>
    Cry = 2,

    /// <summary>A plea: beside bad news it is begging.</summary>
    Plea = 4,

    /// <summary>Relief: it weighs against.</summary>
    Good = 8,

    /// <summary>Doubles the feeling behind it.</summary>
    Stronger = 16,

    /// <summary>Halves the feeling behind it.</summary>
    Weaker = 32,

    /// <summary>Tells that the writer feels it.</summary>
    Writer = 64,

    /// <summary>Tells that somebody else feels it.</summary>
    Other = 128,

    /// <summary>Repeating or stretching it tells nothing.</summary>
    Plain = 256,

    /// <summary>A place where people have died: it weighs only beside what speaks of dying by itself.</summary>
    Place = 512,
}

/// <summary>What the way of writing weighs, in points.</summary>
/// <param name="Shouting">A long message in capitals.</param>
/// <param name="Marks">A run of exclamation and question marks.</param>
/// <param name="Stretched">A stretched word, as "noooo".</param>
/// <param name="Twice">The same words twice in a row.</param>
/// <param name="Thrice">The same words three times in a row or more.</param>
/// <param name="SameMessage">Each time that the same message comes again within two minutes.</param>
/// <param name="Begging">A plea beside bad news.</param>
public sealed record BehaviourPoints(int Shouting, int Marks, int Stretched, int Twice, int Thrice, int SameMessage, int Begging);
