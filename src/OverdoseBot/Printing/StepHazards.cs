using OverdoseBot.Scripts;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Printing;

/// <summary>
/// Which hazards concern a step in particular: those that are controlled by a rule which looks at something that this step has.
/// All other hazards concern every step.
/// </summary>
internal sealed class StepHazards(Library library)
{
    private static readonly Dictionary<string, Func<Library, Step, bool>> _looksAt = new(StringComparer.Ordinal)
    {
        ["OD0014"] = (_, step) => step.Silence is not null,
        ["OD0015"] = (_, step) => step.Answers.Any(a => a.Word == "unclear"),
        ["OD0020"] = (library, step) => step.First.Concat(step.Answers).Any(a => library.Fact(a.Word) == "stopped-breathing"),
        ["OD0022"] = (library, step) => library.CallKinds.Contains(step.Kind),
        ["OD0023"] = (library, step) => library.Scripts[step.Place.Dialog].Start == step.Place,
        ["OD0027"] = (library, step) => step.AllChoices().Any(c => c.Sms is not null && library.Digits.ContainsKey(c.Answer)),
        ["OD0032"] = (_, step) => Marks(step).Any(),
        ["OD0040"] = (_, step) => step.Prompts is not null,
        ["OD0042"] = (_, step) => step.Pace is not null,
        ["OD0043"] = (library, step) => library.Scripts.Values.SelectMany(s => s.Alarms).Any(a => a.Step == step.Place || a.Since.Intersect(Marks(step)).Any()),
    };

    /// <summary>Hazards of this step in particular, by id.</summary>
    public IEnumerable<Hazard> Of(Step step) => library.Hazards.Values
        .Where(h => h.Proof.Any(p => _looksAt.TryGetValue(p, out var looks) && looks(library, step))).OrderBy(h => h.Id, StringComparer.Ordinal);

    /// <summary>Hazards of every step, by id.</summary>
    public IEnumerable<Hazard> OfAll() => library.Hazards.Values
        .Where(h => !h.Proof.Any(_looksAt.ContainsKey)).OrderBy(h => h.Id, StringComparer.Ordinal);

    private static IEnumerable<string> Marks(Step step) => step.Mark.Concat(step.Clear).Concat(step.SayWhen.SelectMany(v => v.Mark.Concat(v.Clear)));
}
