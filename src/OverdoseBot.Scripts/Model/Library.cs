using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>A region: what number to call.</summary>
/// <param name="Id">Its id (<c>us</c>).</param>
/// <param name="Name">Its name in plain words.</param>
/// <param name="Emergency">The emergency number, as it is said and dialled.</param>
/// <param name="Law">The law in one careful line.</param>
/// <param name="Sources">Keys of <c>sources.yaml</c>.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record Region(string Id, string Name, string Emergency, string Law, ImmutableArray<string> Sources, Spot Spot);

/// <summary>A human line.</summary>
/// <param name="Id">Its id (<c>crisis</c>).</param>
/// <param name="Region">Where it serves.</param>
/// <param name="Name">Its name.</param>
/// <param name="Call">The number to call.</param>
/// <param name="Text">The number to text; null: none.</param>
/// <param name="Who">Who answers.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="Hours">When.</param>
/// <param name="Goes">Where the call goes.</param>
/// <param name="Verified">When the number was last checked in a source; null: never.</param>
/// <param name="Sources">Keys of <c>sources.yaml</c>.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record HumanLine(
    string Id, string Region, string Name, string Call, string? Text, string Who, string Cost, string Hours, string Goes, DateOnly? Verified,
    ImmutableArray<string> Sources, Spot Spot);

/// <summary>A source of clinical content (clinical.md section 14).</summary>
/// <param name="Key">Its key.</param>
/// <param name="Title">Organisation, document, year.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record Source(string Key, string Title, Spot Spot);

/// <summary>A hazard and what controls it.</summary>
/// <param name="Id">Its id (<c>H-07</c>).</param>
/// <param name="Title">What could happen.</param>
/// <param name="Proof">Rule codes and chats that prove its controls.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record Hazard(string Id, string Title, ImmutableArray<string> Proof, Spot Spot)
{
    /// <summary>How it can come about.</summary>
    public string Cause { get; init; } = "";

    /// <summary>What it does to the person.</summary>
    public string Harm { get; init; } = "";
}

/// <summary>Everything in <c>dialogs/</c>, checked and frozen. The bot knows nothing else.</summary>
public sealed record Library
{
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

    /// <summary>Human lines.</summary>
    public required ImmutableArray<HumanLine> Lines { get; init; }

    /// <summary>Sources by key.</summary>
    public required FrozenDictionary<string, Source> Sources { get; init; }

    /// <summary>Hazards by id.</summary>
    public required FrozenDictionary<string, Hazard> Hazards { get; init; }

    /// <summary>The parts of the guide on one sheet, in order; empty: there is none.</summary>
    public ImmutableArray<GuidePart> Guide { get; init; } = [];

    /// <summary>Where the keys of <c>everywhere.yaml</c> are written: <c>digits</c>, <c>digits.calling</c>.</summary>
    public FrozenDictionary<string, Spot> Spots { get; init; } = FrozenDictionary<string, Spot>.Empty;

    /// <summary>The step at a place, or null when no script knows it. Old names (<c>was</c>) are found.</summary>
    public Step? Find(Place place) =>
        Scripts.TryGetValue(place.Dialog, out var script) && script.ByName.TryGetValue(place.Step, out var step) ? step : null;

    /// <summary>The aside that a fact calls for anywhere, or null.</summary>
    public Aside? AsideOf(string fact) =>
        Scripts.Values.SelectMany(s => s.Always).FirstOrDefault(a => a.Word == fact)?.Move.Tell is { } name ? Asides[name] : null;

    /// <summary>The fact that an answer word is; the word itself when it is a fact already.</summary>
    public string Fact(string word) => Same.GetValueOrDefault(word, word);
}
