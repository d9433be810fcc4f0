namespace OverdoseBot.Understanding;

/// <summary>What one message was read as.</summary>
public sealed record Reading
{
    private IReadOnlyList<string>? _why;

    /// <summary>One of the step's answer words, <c>unclear</c> when the person is not sure or hedges good news, else null.</summary>
    public string? Answer { get; init; }

    /// <summary>The step's answers that a doubt in so many words is about: all where it is about nothing in particular, none where the words are only not known.</summary>
    public IReadOnlyList<string> Doubted { get; init; } = [];

    /// <summary>Every current meaning in the message, in canonical words, without duplicates.</summary>
    public IReadOnlyList<string> Heard { get; init; } = [];

    /// <summary>The part of <see cref="Heard"/> that counts at every step.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>What the person wants: emergency, self, self-harm, prepare, after, human, how, wait, restart, other.</summary>
    public string Intent { get; init; } = "other";

    /// <summary>calm, distressed or self-harm.</summary>
    public string Distress { get; init; } = "calm";

    /// <summary>The language the message was read in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>How much of it shows that language and no other: 0 nothing, 1 or 2 one word, more than one word from 3 on.</summary>
    public int LanguageSigns { get; init; }

    /// <summary>The doses that are said to have been given, if any.</summary>
    public DoseReport? Dose { get; init; }

    /// <summary>True: it ends in a denial of something that is not said yet, as "hes not" does; see <see cref="Readers.ReadOn"/>.</summary>
    public bool EndsInDenial { get; init; }

    /// <summary>True: it may be the end of a sentence that the message before began; it names nobody, and does not say "now".</summary>
    public bool MayEndASentence { get; init; }

    /// <summary>How it was read: one short entry a match. Found out when it is asked for, by reading the message once more.</summary>
    public IReadOnlyList<string> Why => _why ??= Explain?.Invoke() ?? [];

    /// <summary>Finds out how it was read.</summary>
    internal Func<IReadOnlyList<string>>? Explain { private get; init; }
}
