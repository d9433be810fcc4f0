namespace OverdoseBot.Scripts.Rules;

/// <summary>Safety rule 7 (ARCHITECTURE section 7).</summary>
internal sealed class PushingIsNotInterrupted() : Rule("OD0041", "No two looks come within 90 seconds while pushing", "H-11",
    "each pause in pushing lets the blood stand still.")
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(90);

    public override IEnumerable<Fault> Check(Library library)
    {
        foreach (var step in library.AllSteps().Where(s => s.Pace?.Kind == "compressions" && s.Prompts?.After.Any(a => a < Least) == true))
        {
            yield return Fault(step.Prompts!.Spot, $"Step \"{step.Place.Step}\" stops the pushing after less than 90 seconds.", "Write   after:   90s or more.");
        }

        if (library.AllSteps().Any(s => s.Pace?.Kind == "compressions"))
        {
            foreach (var alarm in library.InOrder().SelectMany(s => s.Alarms).Where(a => a.Apart < Least))
            {
                yield return Fault(alarm.Spot, $"The clock \"{alarm.Name}\" may ask for a look less than 90 seconds after the last one.", "Write   apart: 90s   .");
            }
        }
    }
}
