using System.Collections.Frozen;
using System.Collections.Immutable;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>Taps at a step on the web: its own buttons, its other answers, and buttons of steps that are no longer current.</summary>
internal sealed class Buttons(Scene scene)
{
    public IEnumerable<PathInput> Taps(Step step)
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
        var other = step.Place == Breathing.Place ? Wake : Breathing;
        foreach (var word in (string[])["none", "slow", "not-waking"])
        {
            yield return new PathInput(InputKind.StaleTap, $"[{Label(other, word)} @ {other.Place.Step}]", [scene.Library.Fact(word)], null, other.Place.ToString(), word);
        }

        foreach (var word in (string[])["normal", "woke"])
        {
            yield return new PathInput(InputKind.StaleTap, $"[{Label(other, word)} @ {other.Place.Step}]", ["wait"], null, other.Place.ToString(), word);
        }
    }

    /// <summary>The button that says what was said last, tapped once more at the step that it led to; null: no button of that step says so.</summary>
    /// <param name="last">What was said.</param>
    /// <param name="from">The step that it was said at.</param>
    /// <param name="now">The step that it led to.</param>
    public PathInput? Twice(PathInput last, Step from, Step now)
    {
        if (last.Kind is not (InputKind.Text or InputKind.Tap) || last.Facts.Count != (last.Unclear ? 0 : 1))
        {
            return null;
        }

        var fact = last.Unclear ? Decision.Unclear : last.Facts.First();
        var shown = from.Choices.Concat(from.SayWhen.SelectMany(v => v.Choices ?? [])).Append(scene.Library.CallLine.Ask)
            .FirstOrDefault(c => scene.Library.Fact(c.Answer) == fact);
        var counts = from == now || scene.Library.BadNews.Contains(fact);
        return shown is null ? null : new PathInput(
            InputKind.DoubleTap, $"[{shown.Web} @ {from.Place.Step}] again", last.Unclear ? [] : counts ? last.Facts : ["wait"], null, from.Place.ToString(), shown.Answer)
        {
            Unclear = last.Unclear && counts,
        };
    }

    private Step Breathing => scene.Library.Scripts["respond"].ByName["breathing"];

    private Step Wake => scene.Library.Scripts["respond"].ByName["wake"];

    private static string Label(Step step, string word) => step.Choices.FirstOrDefault(c => c.Answer == word)?.Web ?? word;
}
