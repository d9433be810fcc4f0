namespace OverdoseBot.Scripts.Rules;

internal sealed class EveryClockStops() : Rule("OD0044", "Every clock has a beginning and an end", "H-15",
    "a clock that nothing stops goes on asking after the crew has taken over.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        foreach (var alarm in library.InOrder().SelectMany(s => s.Alarms))
        {
            if (alarm.Since.IsEmpty || alarm.Until.IsEmpty)
            {
                yield return Fault(alarm.Spot, $"The clock \"{alarm.Name}\" has no {(alarm.Since.IsEmpty ? "beginning" : "end")}.", "Name a mark under   since:   and a step under   until:   .");
            }
            else if (alarm.Until.Any(u => library.SameStep(u, alarm.Step)))
            {
                yield return Fault(alarm.Spot, $"The clock \"{alarm.Name}\" is stopped by its own step.", "Name another step under   until:   .");
            }
        }
    }
}
