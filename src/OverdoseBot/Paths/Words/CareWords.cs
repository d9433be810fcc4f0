using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace OverdoseBot.Paths;

/// <summary>
/// How a language says what the rules look for. The rules know no language: every language of the scripts needs one such record, written from
/// how people speak it and not from the scripts, so that a script that says something else is found.
/// </summary>
internal sealed record CareWords
{
    private static readonly FrozenDictionary<string, CareWords> _all =
        new[] { EnglishCare.Words, SpanishCare.Words }.ToFrozenDictionary(w => w.Language, StringComparer.Ordinal);

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>"Call", and the number as its group <c>to</c>.</summary>
    public required Regex Call { get; init; }

    /// <summary>How every message that silence sends begins.</summary>
    public required string IfTheyStill { get; init; }

    /// <summary>Telling breaths or pushes.</summary>
    public required Regex Care { get; init; }

    /// <summary>Telling pushes.</summary>
    public required Regex Pushes { get; init; }

    /// <summary>Naloxone in any word.</summary>
    public required Regex Naloxone { get; init; }

    /// <summary>Ordering a dose or pushes.</summary>
    public required Regex Orders { get; init; }

    /// <summary>The next dose.</summary>
    public required Regex NextDose { get; init; }

    /// <summary>Breathing.</summary>
    public required Regex Breathing { get; init; }

    /// <summary>Waking.</summary>
    public required Regex Waking { get; init; }

    /// <summary>Telling to look at the chest.</summary>
    public required Regex Look { get; init; }

    /// <summary>A claim of what a text cannot do, a question for a name, blame.</summary>
    public required Regex Claims { get; init; }

    /// <summary>The words of a language.</summary>
    /// <exception cref="InvalidOperationException">There are none: nothing said in it could be proven safe.</exception>
    public static CareWords Of(string language) => _all.GetValueOrDefault(language)
        ?? throw new InvalidOperationException($"The rules do not know how \"{language}\" says breaths, pushes and naloxone. Add a record beside {nameof(EnglishCare)}.");
}
