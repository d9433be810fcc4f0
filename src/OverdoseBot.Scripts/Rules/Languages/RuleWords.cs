using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>The words that rules look for, of one language. A language without them cannot be checked, and so cannot be served.</summary>
internal sealed record RuleWords
{
    /// <summary>The languages that can be checked.</summary>
    public static readonly ImmutableArray<string> Languages = ["en", "es"];

    /// <summary>Which language: <c>es</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The words that send for help.</summary>
    public required Regex Call { get; init; }

    /// <summary>How a fault writes them.</summary>
    public required string CallShown { get; init; }

    /// <summary>A sentence that only says when: what follows is done only then.</summary>
    public required Regex Condition { get; init; }

    /// <summary>Any word about breathing.</summary>
    public required Regex Breathing { get; init; }

    /// <summary>Any word about being awake.</summary>
    public required Regex Waking { get; init; }

    /// <summary>How a text begins that is sent on silence.</summary>
    public required Regex Still { get; init; }

    /// <summary>How a fault writes that.</summary>
    public required string StillShown { get; init; }

    /// <summary>A claim that the bot has called somebody.</summary>
    public required Regex Claims { get; init; }

    /// <summary>A question for somebody's name.</summary>
    public required Regex Names { get; init; }

    /// <summary>Words that shame, each in the sense in which it does.</summary>
    public required Regex Stigma { get; init; }

    /// <summary>The name of a drug, as phone companies filter it.</summary>
    public required Regex Drugs { get; init; }

    /// <summary>A sentence that asks to text a digit, from its verb to its end.</summary>
    public required Regex AsksForDigits { get; init; }

    /// <summary>Each digit in such a sentence.</summary>
    public required Regex Digit { get; init; }

    /// <summary>The word that a text asks to send.</summary>
    public required Regex AskedWord { get; init; }

    /// <summary>The reading grade of a text and its words (a US school grade).</summary>
    public required Func<string, (double Grade, int Words)> Grade { get; init; }

    /// <summary>How long the same words are beside the English, for cards and labels; an SMS has the same room in every language.</summary>
    public double Length { get; init; } = 1;

    /// <summary>The words of a language; null: nobody has written them.</summary>
    public static RuleWords? Of(string language) => language switch
    {
        "en" => EnglishWords.All,
        "es" => SpanishWords.All,
        _ => null,
    };

    /// <summary>The words of a library's language. No rule runs on one that nobody has written them for.</summary>
    public static RuleWords Of(Library library) => Of(library.Language)!;
}
