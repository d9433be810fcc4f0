namespace OverdoseBot.Scripts.Rules;

internal sealed class TheCallLineHeadsEmergencies() : Rule("OD0022", "Every emergency message is headed by the call line or says it itself", "H-04",
    "the ambulance is the one thing that the bot cannot replace.")
{
    private const int MostAsked = 3;

    // Only these say that somebody is on the line or at the door.
    private static readonly string[] Confirmed = ["called", "crew-here", "dispatcher-leading"];

    public override IEnumerable<Fault> Check(Library library)
    {
        var (line, shown) = (library.CallLine, RuleWords.Of(library).CallShown);
        if (!CallWord.In(line.Full, library) || !CallWord.In(line.Reminder, library))
        {
            yield return Fault(line.Spot, "The call line does not say to call {emergency}.", $"Write   {shown}   in both its forms.");
        }

        if (line.Times is < 1 or > MostAsked || line.Until.IsEmpty)
        {
            yield return Fault(line.Spot, $"The calling question must be asked 1 to {MostAsked} times and end with a fact.", "Write   times: 3   and   until: [called, crew-here]   .");
        }

        foreach (var fact in line.Until.Where(f => !Confirmed.Contains(f)))
        {
            yield return Fault(line.Spot, $"The call line ends with \"{fact}\", which does not say that anyone was called.", $"Write   until:   with one or more of {string.Join(", ", Confirmed)}.");
        }

        foreach (var step in library.AllSteps())
        {
            if (!step.SaysCall && step.Kind is StepKind.Triage or StepKind.Emergency && !library.CallKinds.Contains(step.Kind))
            {
                yield return Fault(step.Spot, $"Step \"{step.Place.Step}\" is not headed by the call line.", "Add its kind to   kinds:   of the call line, or   says-call: true   to the step.");
            }

            foreach (var (_, spot) in step.Wordings().SelectMany(w => w.Forms(library)).Where(f => step.SaysCall && !CallWord.In(f.Texts[0], library)))
            {
                yield return Fault(spot, $"Step \"{step.Place.Step}\" has   says-call: true   but does not say to call {{emergency}} here.", $"Say   {shown}   in its first message.");
            }
        }
    }
}
