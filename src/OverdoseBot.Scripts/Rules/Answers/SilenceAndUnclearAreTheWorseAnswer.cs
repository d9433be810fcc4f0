namespace OverdoseBot.Scripts.Rules;

internal sealed class SilenceAndUnclearAreTheWorseAnswer() : Rule("OD0014", "Where silence counts, it and an unclear reply mean the same worse answer", "H-07",
    "who does not answer may be with someone who does not breathe.")
{
    // Safety rule 4 names them: before the hands are busy, silence moves on.
    private static readonly Place[] Looking = [new("respond", "call"), new("respond", "wake"), new("respond", "breathing")];

    public override IEnumerable<Fault> Check(Library library)
    {
        foreach (var step in library.AllSteps())
        {
            if (step.Silence is not { } silence)
            {
                if (Looking.Contains(step.Place))
                {
                    yield return Fault(step.Spot, $"In step \"{step.Place.Step}\" silence must move on.", "Write   silence: { web, sms, again, then, lead }   .");
                }

                continue;
            }

            var words = RuleWords.Of(library);
            if (!words.Still.IsMatch(silence.Lead))
            {
                yield return Fault(silence.Spot, $"What is sent on silence does not begin \"{words.StillShown}\".", "Begin the   lead:   with these words; nobody may be told what we did not see.");
            }

            var unclear = step.Answers.FirstOrDefault(a => a.Word == "unclear")?.Move;
            if (unclear is not null && !library.SameStep(unclear.Lands(), silence.Then.Lands()))
            {
                yield return Fault(unclear.Spot, $"In step \"{step.Place.Step}\" an unclear reply and silence lead to different steps.", "Send both to the worse answer.");
            }

            if (CalmFacts.Landings(library, step, step.Answers).Any(calm => library.SameStep(silence.Then.Lands(), calm)))
            {
                yield return Fault(silence.Then.Spot, $"In step \"{step.Place.Step}\" silence counts as good news.", "Send silence to the worse answer.");
            }
        }
    }
}
