using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>A source of clinical content (clinical.md section 14).</summary>
/// <param name="Key">Its key.</param>
/// <param name="Title">Organisation, document, year.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record Source(string Key, string Title, Spot Spot);

/// <summary>Everything in <c>dialogs/</c>, checked and frozen. The bot knows nothing else.</summary>
public sealed record Library
{
    /// <summary>BCP 47 language of every word in it.</summary>
    public required string Language { get; init; }

    /// <summary>The same library in the other languages; empty in those themselves.</summary>
    public FrozenDictionary<string, Library> Translations { get; init; } = FrozenDictionary<string, Library>.Empty;

    /// <summary>Dialogs by name.</summary>
    public required FrozenDictionary<string, Script> Scripts { get; init; }

    /// <summary>The call line.</summary>
    public required CallLine CallLine { get; init; }

    /// <summary>Step kinds whose messages the call line heads.</summary>
    public required ImmutableArray<StepKind> CallKinds { get; init; }

    /// <summary>How a case begins and ends.</summary>
    public required CaseRule Case { get; init; }

    /// <summary>Where a conversation goes that was saved at a step no script knows.</summary>
    public required Place Fallback { get; init; }

    /// <summary>Asides by name.</summary>
    public required FrozenDictionary<string, Aside> Asides { get; init; }

    /// <summary>Words that differ by who lies there, by name; <c>{name}</c> in any wording.</summary>
    public FrozenDictionary<string, Piece> Pieces { get; init; } = FrozenDictionary<string, Piece>.Empty;

    /// <summary>Facts kept once said, by fact.</summary>
    public required FrozenDictionary<string, Kept> Keep { get; init; }

    /// <summary>The parts of the hand-over sentence.</summary>
    public required ImmutableArray<HandoverPart> Handover { get; init; }

    /// <summary>Answer words and the fact each is (<c>none</c> is <c>stopped-breathing</c>).</summary>
    public required FrozenDictionary<string, string> Same { get; init; }

    /// <summary>SMS digits by answer word (clinical.md 2.4 rule 8).</summary>
    public required FrozenDictionary<string, char> Digits { get; init; }

    /// <summary>How the SMS list of answers is introduced and joined: <c>Reply {list}.</c></summary>
    public required string ReplyList { get; init; }

    /// <summary>Answer words that are bad news: they count even from a button of a step that is no longer current.</summary>
    public required ImmutableArray<string> BadNews { get; init; }

    /// <summary>Facts that leave only the dialog's clocks speaking (the dispatcher is leading).</summary>
    public required ImmutableArray<string> OnlyClocksWhen { get; init; }

    /// <summary>Words of the terminal and other channels, by key.</summary>
    public required FrozenDictionary<string, string> Words { get; init; }

    /// <summary>Regions by id.</summary>
    public required FrozenDictionary<string, Region> Regions { get; init; }

    /// <summary>The language that a fact asks for: <c>speak-spanish</c>, <c>es</c>.</summary>
    public FrozenDictionary<string, string> Speak { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Naloxone and nalmefene products by the fact that names them (clinical.md 3.1).</summary>
    public FrozenDictionary<string, Product> Products { get; init; } = FrozenDictionary<string, Product>.Empty;

    /// <summary>Human lines.</summary>
    public required ImmutableArray<HumanLine> Lines { get; init; }

    /// <summary>Sources by key.</summary>
    public required FrozenDictionary<string, Source> Sources { get; init; }

    /// <summary>Hazards by id.</summary>
    public required FrozenDictionary<string, Hazard> Hazards { get; init; }

    /// <summary>The parts of the guide on one sheet, in order; empty: there is none.</summary>
    public ImmutableArray<GuidePart> Guide { get; init; } = [];

    /// <summary>Practice; null: there is none.</summary>
    public Drills? Drills { get; init; }

    /// <summary>Where the keys of <c>everywhere.yaml</c> are written: <c>digits</c>, <c>digits.calling</c>.</summary>
    public FrozenDictionary<string, Spot> Spots { get; init; } = FrozenDictionary<string, Spot>.Empty;

    /// <summary>This library in a language; in its own when the scripts do not speak that one.</summary>
    public Library In(string language) => Translations.GetValueOrDefault(language) ?? this;

    /// <summary>This library and its translations.</summary>
    public IEnumerable<Library> InAllLanguages() => Translations.Values.OrderBy(l => l.Language, StringComparer.Ordinal).Prepend(this);

    /// <summary>The step at a place, or null when no script knows it. Old names (<c>was</c>) are found.</summary>
    public Step? Find(Place place) =>
        Scripts.TryGetValue(place.Dialog, out var script) && script.ByName.TryGetValue(place.Step, out var step) ? step : null;

    /// <summary>The human line of a region for a purpose, or null when it has none.</summary>
    public HumanLine? LineIn(Region region, string purpose)
    {
        ArgumentNullException.ThrowIfNull(region);
        return Lines.FirstOrDefault(l => l.Region == region.Id && l.For == purpose);
    }

    /// <summary>The region of a phone number, by the longest of the regions' codes that begins it; null: no region has such numbers.</summary>
    /// <param name="number">The number with its country code, as E.164 writes it: <c>+16135550100</c>.</param>
    public Region? RegionOfPhone(string number) => ByCode(number, r => r.Codes.Select(c => (c, r)));

    /// <summary>The language that the owner of a phone number is likely to read; null: nothing says so.</summary>
    /// <param name="number">The number with its country code, as E.164 writes it.</param>
    public string? LanguageOfPhone(string number) => ByCode(number, r => r.Speaks.Select(s => (s.Key, s.Value)));

    /// <summary>The aside that a fact calls for anywhere, or null.</summary>
    public Aside? AsideOf(string fact) =>
        Scripts.Values.SelectMany(s => s.Always).FirstOrDefault(a => a.Word == fact)?.Move.Tell is { } name ? Asides[name] : null;

    /// <summary>The fact that an answer word is; the word itself when it is a fact already.</summary>
    public string Fact(string word) => Same.GetValueOrDefault(word, word);

    /// <summary>Whether an answer word, or the fact that it is, is bad news.</summary>
    public bool IsBadNews(string word) => BadNews.Contains(word) || BadNews.Contains(Fact(word));

    private T? ByCode<T>(string number, Func<Region, IEnumerable<(string Code, T Value)>> codes)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(number);
        var digits = number.TrimStart('+');
        return Regions.Values.SelectMany(codes).Where(c => digits.StartsWith(c.Code, StringComparison.Ordinal))
            .OrderByDescending(c => c.Code.Length).Select(c => c.Value).FirstOrDefault();
    }
}
