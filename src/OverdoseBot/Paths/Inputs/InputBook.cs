using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>
/// Everything a person can do at a step. A meaning is written as text where the reader reads that text; where it does not, it is tapped as a
/// fact word, which the bot takes in the same way, and noted.
/// </summary>
internal sealed class InputBook(Scene scene, Ear ear)
{
    private readonly Meanings _meanings = new(scene.Library);
    private readonly Buttons _buttons = new(scene);
    private readonly bool _reads = ear.Reads(scene.Language);
    private readonly Phrases _phrases = (ear.Reads(scene.Language) ? Phrases.Of(scene.Language) : null) ?? EnglishPhrases.All;
    private readonly ConcurrentDictionary<Place, ImmutableArray<PathInput>> _all = new();
    private readonly ConcurrentDictionary<Place, ImmutableArray<PathInput>> _once = new();
    private readonly ConcurrentDictionary<Place, ImmutableArray<PathInput>> _moving = new();
    private readonly ConcurrentDictionary<Place, ImmutableArray<PathInput>> _pairs = new();
    private readonly ConcurrentDictionary<string, bool> _tapped = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _unread = new(StringComparer.Ordinal);

    /// <summary>Facts that lead somewhere and whose phrases the reader does not read there, so that they were tapped: the fact, and the steps.</summary>
    public IReadOnlyList<string> Tapped => [.. _tapped.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Messages left out at some step because the reader hears less in them there and no tap can say them.</summary>
    public IReadOnlyList<string> Unread => [.. _unread.Keys.Order(StringComparer.Ordinal)];

    /// <summary>All messages at a step, each meaning in words where they are read, in a fixed order.</summary>
    public ImmutableArray<PathInput> All(Step step) => _all.GetOrAdd(step.Place, _ => [.. Build(step)]);

    /// <summary>
    /// The same meanings, each once, sent as the fact that each is: the reader reads the same text at the same step always the same, and reading
    /// is most of the cost of a turn. Two facts in one message are left to <see cref="Pairs"/>.
    /// </summary>
    public ImmutableArray<PathInput> Once(Step step) => _once.GetOrAdd(step.Place, _ => [.. AsFacts(step).Where(i => !IsPair(i))]);

    /// <summary>Those of them that can move something, one product for all of the same kind and device.</summary>
    public ImmutableArray<PathInput> Moving(Step step) => _moving.GetOrAdd(step.Place, _ =>
        [.. Once(step).Where(i => !i.OnlyWords).DistinctBy(i => Product(i) is { } p ? string.Join(' ', p.Facts) : Same(i))]);

    /// <summary>Two facts in one message.</summary>
    public ImmutableArray<PathInput> Pairs(Step step) => _pairs.GetOrAdd(step.Place, _ => [.. AsFacts(step).Where(IsPair)]);

    private IEnumerable<PathInput> Build(Step step)
    {
        foreach (var meaning in _meanings.All)
        {
            if (Say(step, meaning) is { } said)
            {
                yield return said with { Meaning = meaning, OnlyWords = said.Facts.All(f => _meanings.OnlyWords(step, f)) };
            }
        }

        foreach (var input in scene.Sms ? Digits(step) : _buttons.Taps(step))
        {
            yield return input;
        }

        yield return Read(step, Phrases.Unreadable) with { Unclear = true, Unread = true };
        yield return Read(step, _phrases.NotSure) with { Unclear = true };
        foreach (var pair in _phrases.Pairs.Where(p => Hears(step, p.Text, p.One) && Hears(step, p.Text, p.Two)))
        {
            yield return Read(step, pair.Text);
        }

        foreach (var (text, ago) in _phrases.EarlierDoses.Where(d => Told(step, d.Text, d.Ago)))
        {
            yield return Read(step, text) with { Ago = ago };
        }

        // In words of another language: the conversation goes on in it.
        foreach (var other in scene.Scripts.InAllLanguages().Where(l => l.Language != scene.Language && ear.Reads(l.Language)))
        {
            foreach (var text in Phrases.Of(other.Language) is { } p ? (string[])[p.ByMeaning["stopped-breathing"][0], p.ByMeaning["not-waking"][0], p.ByMeaning["called"][0]] : [])
            {
                yield return Read(step, text);
            }
        }

        yield return new PathInput(InputKind.Fault, "(a message during which the program fails)", [], null, step.Place.ToString(), "not-waking");
    }

    private IEnumerable<PathInput> AsFacts(Step step) => All(step).Select(i => AsFact(step, i)).DistinctBy(Same);

    private PathInput AsFact(Step step, PathInput input) => input switch
    {
        { Kind: InputKind.Text, Unclear: true } => input with { Kind = InputKind.Tap, Text = null, Step = step.Place.ToString(), Answer = Decision.Unclear, Written = input.Text },
        { Kind: InputKind.Text, Meaning: { } meaning, Ago: null } => input with
        {
            Kind = InputKind.Tap,
            Text = null,
            Step = step.Place.ToString(),
            Answer = meaning,
            Facts = [.. _meanings.Facts(meaning)],
            OnlyWords = _meanings.OnlyWords(step, meaning),
            Written = input.Facts.SetEquals(_meanings.Facts(meaning)) ? input.Text : null,
        },
        { Kind: InputKind.Text, Facts.Count: 1, Ago: null } => input with { Kind = InputKind.Tap, Text = null, Step = step.Place.ToString(), Answer = input.Facts.First(), Written = input.Text },
        _ => input,
    };

    private static bool IsPair(PathInput input) => input is { Kind: InputKind.Text, Ago: null };

    private Product? Product(PathInput input) => input is { Kind: InputKind.Tap, Answer: { } answer } ? scene.Library.Products.GetValueOrDefault(answer) : null;

    private static string Same(PathInput input) => input.Kind == InputKind.Tap ? input.Facts.Count == 1 ? input.Facts.First() : input.Answer! : input.Shown;

    // A word that is heard only where it is asked for cannot be said elsewhere, and no button offers it there.
    private PathInput? Say(Step step, string meaning)
    {
        var texts = _phrases.ByMeaning.GetValueOrDefault(meaning, []);
        if (_reads && texts.Select(t => Read(step, t)).FirstOrDefault(r => r.Facts.Contains(meaning)) is { } read)
        {
            return read;
        }

        if (!_meanings.Matters(step, meaning))
        {
            return null;
        }

        if (_reads)
        {
            _tapped[$"{meaning} at {step.Place}"] = true;
        }

        return new PathInput(InputKind.Tap, texts.FirstOrDefault(meaning), [.. _meanings.Facts(meaning)], null, step.Place.ToString(), meaning);
    }

    private IEnumerable<PathInput> Digits(Step step)
    {
        foreach (var (word, digit) in scene.Library.Digits.OrderBy(d => d.Value))
        {
            var read = Read(step, digit.ToString());
            var fact = scene.Library.Fact(word);
            var heard = word == Decision.Unclear || read.Facts.Contains(fact);
            if (!heard)
            {
                _tapped[$"digit {digit}"] = true;
            }

            yield return heard
                ? read with { Unclear = word == Decision.Unclear }
                : new PathInput(InputKind.Tap, digit.ToString(), [fact], null, step.Place.ToString(), word);
        }
    }

    private PathInput Read(Step step, string text)
    {
        var reading = ear.Read(text, step, scene);
        var facts = reading.Heard.Append(reading.Answer).OfType<string>().Where(w => w != Decision.Unclear).SelectMany(_meanings.Facts);
        return new PathInput(InputKind.Text, text, facts.ToFrozenSet(StringComparer.Ordinal), text, null, null) { Ago = reading.Dose?.Ago, Doubtful = reading.Answer == Decision.Unclear };
    }

    private bool Hears(Step step, string text, string fact) => Note(text, Read(step, text).Facts.Contains(fact));

    private bool Told(Step step, string text, TimeSpan ago) => Note(text, Read(step, text).Ago == ago);

    private bool Note(string text, bool heard)
    {
        if (!heard)
        {
            _unread[text] = true;
        }

        return heard;
    }
}
