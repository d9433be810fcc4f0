namespace OverdoseBot.Scripts.Rules;

internal sealed class PromptsSlowDown() : Rule("OD0040", "Prompts come slower and slower, never faster", "H-11",
    "messages that pile up are no longer read.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        foreach (var (step, prompts) in library.AllSteps().Where(s => s.Prompts is not null).Select(s => (s, s.Prompts!)))
        {
            if (prompts.After.IsEmpty)
            {
                yield return Fault(prompts.Spot, $"The prompts of step \"{step.Place.Step}\" have no time.", "Write   after: [2m, 2m, 5m]   .");
            }
            else if (prompts.After.Zip(prompts.After.Skip(1)).Any(p => p.Second < p.First))
            {
                yield return Fault(prompts.Spot, $"The prompts of step \"{step.Place.Step}\" come faster and faster.", "Order the times from short to long.");
            }
        }
    }
}
