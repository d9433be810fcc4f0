namespace OverdoseBot.Scripts.Rules;

internal sealed class WordsAreEasy() : Rule("OD0039", "Emergency words are at grade 4 at most, others at grade 6 (Flesch-Kincaid; Spanish: Crawford)", "H-10",
    "a frightened person reads like a child.")
{
    private const double Emergency = 4.0;
    private const double Elsewhere = 6.0;

    // The formula swings by whole grades on a few words: one longer word in six is a grade of two.
    private const int ShortText = 15;
    private const double ShortAllowance = 2.0;

    public override IEnumerable<Fault> Check(Library library)
    {
        var steps = library.AllSteps().SelectMany(s => Texts(library, s).Select(t => (t.Text, t.Spot, Owner: $"Step \"{s.Place.Step}\"", Limit: s.Kind is StepKind.Triage or StepKind.Emergency ? Emergency : Elsewhere)));
        var asides = library.Asides.Values.SelectMany(a => a.Wordings().SelectMany(w => w.Forms(library)).Select(f => (Text: string.Join(' ', f.Texts), f.Spot, Owner: $"Aside \"{a.Name}\"", Limit: Elsewhere)));
        foreach (var (text, spot, owner, most) in steps.Concat(asides))
        {
            var (grade, words) = RuleWords.Of(library).Grade(text);
            var limit = words < ShortText ? most + ShortAllowance : most;
            if (Math.Round(grade, 1) > limit)
            {
                yield return Fault(spot, FormattableString.Invariant($"{owner} is at reading grade {grade:0.0}, above {limit:0.0}: \"{text}\""), "Use shorter words and shorter sentences.");
            }
        }
    }

    private static IEnumerable<(string Text, Spot? Spot)> Texts(Library library, Step step)
    {
        var wordings = step.AllWordings().SelectMany(w => w.Forms(library)).Select(f => (string.Join(' ', f.Texts), f.Spot));
        return step.How is null ? wordings : wordings.Concat(Pieces.AllOf(step.How, library).Select(h => (h, (Spot?)step.Spot)));
    }
}
