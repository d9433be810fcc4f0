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

    /// <summary>The button that was tapped, tapped once more at the step that it led to; null: no button of that step says so.</summary>
    public PathInput? Twice(PathInput tap, Step now)
    {
        var step = scene.Library.Find(Place.Parse(tap.Step!));
        var shown = step?.Choices.Concat(step.SayWhen.SelectMany(v => v.Choices ?? [])).Append(scene.Library.CallLine.Ask)
            .FirstOrDefault(c => tap.Unclear ? c.Answer == Decision.Unclear : scene.Library.Fact(c.Answer) == scene.Library.Fact(tap.Answer!));
        var counts = step == now || scene.Library.BadNews.Contains(scene.Library.Fact(tap.Answer!)) || scene.Library.BadNews.Contains(tap.Answer!);
        return shown is null ? null : tap with
        {
            Kind = InputKind.DoubleTap,
            Shown = $"[{shown.Web} @ {step!.Place.Step}] again",
            Facts = counts ? tap.Facts : ["wait"],
            Unclear = tap.Unclear && counts,
            Answer = shown.Answer,
            Written = null,
        };
    }

    private Step Breathing => scene.Library.Scripts["respond"].ByName["breathing"];

    private Step Wake => scene.Library.Scripts["respond"].ByName["wake"];

    private static string Label(Step step, string word) => step.Choices.FirstOrDefault(c => c.Answer == word)?.Web ?? word;
}
