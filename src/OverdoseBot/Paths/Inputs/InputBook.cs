using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Paths;

/// <summary>
/// Everything a person can do at a step. A meaning is written as text where the reader reads that text; until it does, it is tapped as a
/// fact word, which the bot takes in the same way, and counted.
/// </summary>
internal sealed class InputBook(Scene scene, Readers reader)
{
    private readonly ImmutableArray<string> _meanings = Meanings(scene.Library);
    private readonly ConcurrentDictionary<Place, ImmutableArray<PathInput>> _byStep = new();
    private readonly ConcurrentDictionary<Place, ImmutableArray<PathInput>> _once = new();
    private readonly ConcurrentDictionary<string, bool> _tapped = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _unread = new(StringComparer.Ordinal);

    /// <summary>Facts that lead somewhere and whose phrases the reader does not read there, so that they were tapped.</summary>
    public IReadOnlyList<string> Tapped => [.. _tapped.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Messages left out at some step because the reader hears less in them there and no tap can say them.</summary>
    public IReadOnlyList<string> Unread => [.. _unread.Keys.Order(StringComparer.Ordinal)];

    /// <summary>All messages at a step, in a fixed order.</summary>
    public ImmutableArray<PathInput> At(Step step) => _byStep.GetOrAdd(step.Place, _ => [.. Build(step)]);

    /// <summary>
    /// The same meanings, each once. A text that was read at this step as one fact alone is sent as that fact: the reader reads the same text at
    /// the same step always the same, and reading is most of the cost of a turn.
    /// </summary>
    public ImmutableArray<PathInput> Once(Step step) => _once.GetOrAdd(step.Place, _ =>
    [
        .. At(step).Where(i => i.Text != Phrases.NotSure)
            .Select(i => i is { Kind: InputKind.Text, Facts.Count: 1, Ago: null } ? i with { Text = null, Step = step.Place.ToString(), Answer = i.Facts.First() } : i)
            .DistinctBy(i => i.Facts.Count == 1 && i.Step == step.Place.ToString() ? i.Facts.First() : i.Shown),
    ]);

    private IEnumerable<PathInput> Build(Step step)
    {
        foreach (var meaning in _meanings)
        {
            if (Say(step, meaning) is { } said)
            {
                yield return said;
            }
        }

        foreach (var input in scene.Sms ? Digits(step) : Taps(step))
        {
            yield return input;
        }

        foreach (var text in (string[])[Phrases.Unreadable, Phrases.NotSure])
        {
            yield return Read(step, text) with { Unclear = true };
        }

        var pairs = Phrases.Pairs.Where(p => Hears(step, p.Text, p.One) && Hears(step, p.Text, p.Two));
        foreach (var pair in pairs)
        {
            yield return Read(step, pair.Text);
        }

        foreach (var (text, ago) in Phrases.EarlierDoses.Where(d => Told(step, d.Text, d.Ago)))
        {
            yield return Read(step, text) with { Ago = ago };
        }

        yield return new PathInput(InputKind.Fault, "(a message during which the program fails)", [], Phrases.ByMeaning["not-waking"][0], null, null);
    }

    // A word that is heard only where it is asked for cannot be said elsewhere, and no button offers it there.
    private PathInput? Say(Step step, string meaning)
    {
        var texts = Phrases.ByMeaning.GetValueOrDefault(meaning, []);
        if (texts.Select(t => Read(step, t)).FirstOrDefault(r => r.Facts.Contains(meaning)) is { } read)
        {
            return read;
        }

        if (!Matters(step, meaning))
        {
            return null;
        }

        _tapped[$"{meaning} at {step.Place}"] = true;
        return new PathInput(InputKind.Tap, texts.FirstOrDefault(meaning), [meaning], null, step.Place.ToString(), meaning);
    }

    private bool Matters(Step step, string meaning)
    {
        var script = scene.Library.Scripts[step.Place.Dialog];
        var outer = script.Within is { } within ? scene.Library.Scripts[within].Always : [];
        return step.First.Concat(step.Answers).Concat(script.First).Concat(script.Always).Concat(outer).Concat(scene.Library.Scripts["respond"].First)
            .Any(a => scene.Library.Fact(a.Word) == meaning && a.Move is not { Kind: MoveKind.Stay, Tell: null });
    }

    private IEnumerable<PathInput> Taps(Step step)
    {
        var words = step.Choices.Concat(step.SayWhen.SelectMany(v => v.Choices ?? [])).Append(scene.Library.CallLine.Ask)
            .Select(c => (c.Answer, c.Web))
            .Concat(step.Answers.Select(a => (Answer: a.Word, Web: a.Word))).DistinctBy(w => w.Answer);
        foreach (var (word, label) in words)
        {
            ImmutableArray<string> facts = word == Decision.Unclear ? [] : [scene.Library.Fact(word)];
            yield return new PathInput(InputKind.Tap, $"[{label}]", facts.ToFrozenSet(), null, step.Place.ToString(), word)
            {
                Unclear = word == Decision.Unclear,
            };
        }

        // Of a step that is no longer current: bad news counts, calm news does not.
        var other = step.Place == Other.Place ? Another.Place : Other.Place;
        foreach (var word in (string[])["none", "slow", "not-waking"])
        {
            yield return new PathInput(InputKind.StaleTap, $"[{word}] of {other}", [scene.Library.Fact(word)], null, other.ToString(), word);
        }

        foreach (var word in (string[])["normal", "woke"])
        {
            yield return new PathInput(InputKind.StaleTap, $"[{word}] of {other}", ["wait"], null, other.ToString(), word);
        }
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

    private Step Other => scene.Library.Scripts["respond"].ByName["breathing"];

    private Step Another => scene.Library.Scripts["respond"].ByName["wake"];

    private PathInput Read(Step step, string text)
    {
        var reading = reader.Read(text, Hearing.AskedAt(step, scene.Library), scene.Library.Language);
        var facts = reading.Heard.Append(reading.Answer).OfType<string>().Where(w => w != Decision.Unclear).Select(scene.Library.Fact);
        return new PathInput(InputKind.Text, text, facts.ToFrozenSet(StringComparer.Ordinal), text, null, null) { Ago = reading.Dose?.Ago };
    }

    private bool Hears(Step step, string text, string fact)
    {
        var heard = Read(step, text).Facts.Contains(fact);
        if (!heard)
        {
            _unread[text] = true;
        }

        return heard;
    }

    private bool Told(Step step, string text, TimeSpan ago)
    {
        var told = reader.Read(text, Hearing.AskedAt(step, scene.Library), scene.Library.Language).Dose?.Ago == ago;
        if (!told)
        {
            _unread[text] = true;
        }

        return told;
    }

    // Every fact that any script knows, so that none is left out where it is not expected.
    private static ImmutableArray<string> Meanings(Library library)
    {
        var steps = library.Scripts.Values.SelectMany(s => s.Steps);
        var words = library.Scripts.Values.SelectMany(s => s.First.Concat(s.Always))
            .Concat(steps.SelectMany(s => s.First.Concat(s.Answers))).Select(a => a.Word)
            .Concat(library.Keep.Keys).Concat(library.Digits.Keys).Append("how").Append("wait");
        var marks = steps.SelectMany(s => s.Mark.Concat(s.SayWhen.SelectMany(v => v.Mark))).ToHashSet(StringComparer.Ordinal);
        return [.. words.Where(w => w != Decision.Unclear && !marks.Contains(w)).Select(library.Fact).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
