namespace OverdoseBot.Scripts.Rules;

/// <summary>What each state shows, remembers and says by the clock (clinical.md 1.5, 2.3 and 4).</summary>
internal sealed class TheStatesAreTheProtocols() : Rule("OD0071", "Every state asks, remembers and counts as the protocol says", "H-14",
    "an answer that is not shown, a sign that is not remembered or a clock that is late is missed when it counts.")
{
    private const string Forms = "forms";
    private const string English = "en";

    public override IEnumerable<Fault> Check(Library library)
    {
        if (!Protocol.HoldsFor(library))
        {
            yield break;
        }

        foreach (var (place, state) in Protocol.Lay.States.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            if (library.Find(Place.Parse(place)) is not { } step)
            {
                yield return Fault(null, $"There is no step \"{place}\", which the protocol has.", "Put it back. A step that was renamed is renamed in the protocol too.");
                continue;
            }

            var lines = Lines(library, step).OfType<string>().Select(ProtocolWords.Split).ToDictionary(l => l.Key, l => l.Value, StringComparer.Ordinal);
            foreach (var key in state.Lines.Keys.Union(lines.Keys, StringComparer.Ordinal))
            {
                var (expected, found) = (state.Lines.GetValueOrDefault(key), lines.GetValueOrDefault(key));
                // A translation may need a shorter form where the English does not, and the other way round.
                if (expected != found && !(key == Forms && library.Language != English))
                {
                    yield return Fault(step.Spot, $"In step \"{place}\" the protocol has {Shown(key, expected)}; the step has {Shown(key, found)}.",
                        "Write what the protocol says. If the protocol has changed, change it first, with its source.");
                }
            }
        }
    }

    private static string Shown(string key, string? value) => value is null ? $"no \"{key}\"" : $"\"{$"{key} {value}".Trim()}\"";

    private static IEnumerable<string?> Lines(Library library, Step step)
    {
        string? Facts(string word, IEnumerable<string> words) => ProtocolWords.Names(word, words.Select(library.Fact));
        string? Shows(IEnumerable<Choice> choices) => Facts("shows", choices.Select(c => c.Answer));

        bool Calls(IEnumerable<Wording> wordings) => wordings.SelectMany(w => w.Forms(library)).All(f => f.Texts.Any(t => CallWord.In(t, library)));

        yield return $"kind {step.Kind.ToString().ToLowerInvariant()}";
        yield return step.SaysCall ? "says-call" : null;
        yield return step.Forgets ? "forgets" : null;
        yield return Shows(step.Choices);
        yield return step.Yes is { } yes ? $"yes {library.Fact(yes)}" : null;
        yield return step.WebYes is { } web ? $"yes {library.Fact(web)} web" : null;
        yield return step.No is { } no ? $"no {library.Fact(no)}" : null;
        yield return step.Right is { } right ? $"right {library.Fact(right)}" : null;
        yield return Facts("known", step.Known);
        yield return Facts("known-once", step.KnownOnce);
        foreach (var w in step.While)
        {
            yield return $"while {w.Fact} {string.Join(' ', w.Answers.Select(a => $"{library.Fact(a.Word)}={ProtocolWords.Of(a.Move).Replace(' ', '+')}"))}";
        }

        yield return ProtocolWords.Names("marks", step.Mark);
        yield return ProtocolWords.Names("clears", step.Clear);
        yield return ProtocolWords.Names("variants", step.SayWhen.Select(v => v.When));
        foreach (var v in step.SayWhen)
        {
            string?[] holds =
            [
                ProtocolWords.Names("marks", v.Mark), ProtocolWords.Names("clears", v.Clear), Shows(v.Choices ?? []),
                v.Yes is { } said ? $"yes {library.Fact(said)}" : null, v.No is { } denied ? $"no {library.Fact(denied)}" : null,
            ];
            yield return holds.Any(h => h is not null) ? $"when {v.When} {string.Join(' ', holds.OfType<string>())}" : null;
        }

        yield return ProtocolWords.Names(Forms, new[] { step.Wording.Sms.IsEmpty ? null : "sms", step.Wording.Brief is null ? null : "brief", step.How is null ? null : "how" }.OfType<string>());
        yield return ProtocolWords.Names("calls", new[]
        {
            Calls(step.Wordings()) ? "say" : null,
            step.How is { } how && CallWord.In(how, library) ? "how" : null,
            step.Prompts?.Wording is { } words && Calls([words with { Brief = null }]) ? "prompts" : null,
        }.OfType<string>());
        yield return step.Prompts is { } prompts ? ProtocolWords.Names("prompts", prompts.After.Select(ProtocolWords.Time).Concat([prompts.Wording is null ? null : "own", prompts.AnsweredAt is { } at ? $"at {at}" : null, prompts.WhileLed ? "while-led" : null]).OfType<string>()) : null;
        yield return step.PaceAsBefore ? "beat as-before"
            : step.Pace is { } pace ? ProtocolWords.Names("beat", [pace.Kind, $"{pace.PerMinute}", .. pace.When.Select(w => $"{w.When} {w.PerMinute}")]) : null;
        yield return step.Silence is { } silence ? $"waits {ProtocolWords.Time(silence.Web)} {ProtocolWords.Time(silence.Sms)}" : null;
    }
}
