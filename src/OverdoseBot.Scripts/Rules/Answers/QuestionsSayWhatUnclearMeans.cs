namespace OverdoseBot.Scripts.Rules;

internal sealed class QuestionsSayWhatUnclearMeans() : Rule("OD0012", "Every question says what an unclear reply means", "H-07",
    "a reply we cannot read must never stop the instructions.")
{
    public override IEnumerable<Fault> Check(Library library) =>
        from step in library.AllSteps()
        where Asks(step) && step.Answers.All(a => a.Word != "unclear")
        select Fault(step.Spot, $"Step \"{step.Place.Step}\" asks a question but does not say what to do with an unclear reply.",
            "Add   unclear: <step>   under answers. It must be the step you would choose if the worst answer were true.");

    private static bool Asks(Step step) =>
        !step.Choices.IsEmpty || step.Wordings().Any(w => w.Say.Concat(w.Sms).Any(t => t.TrimEnd().EndsWith('?')));
}
