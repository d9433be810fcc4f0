namespace OverdoseBot.Scripts.Rules;

internal sealed class TheBeatIsRight() : Rule("OD0042", "The beat is within the guidance and goes on", "H-11",
    "too slow moves no blood; too fast does not let the heart fill; a beat that stops makes hands stop.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        var steps = library.AllSteps().ToList();
        var beats = steps.Where(s => s.Pace is not null).ToList();
        var goesOn = steps.Exists(s => s.PaceAsBefore);
        return beats.SelectMany(OutOfGuidance).Concat(beats.Where(s => goesOn && s.Mark.IsEmpty).Select(Forgotten));
    }

    private IEnumerable<Fault> OutOfGuidance(Step step)
    {
        var pace = step.Pace!;
        (int Least, int Most)? range = pace.Kind switch { "compressions" => (100, 120), "breaths" => (10, 30), _ => null };
        if (range is not { } guidance)
        {
            return [Fault(step.Spot, $"\"{pace.Kind}\" is not a kind of beat.", "Write   compressions   or   breaths   .")];
        }

        return pace.When.Select(w => w.PerMinute).Prepend(pace.PerMinute).Where(rate => rate < guidance.Least || rate > guidance.Most)
            .Select(rate => Fault(step.Spot, $"{rate} {pace.Kind} a minute is not in the guidance.", $"Write {guidance.Least} to {guidance.Most}."));
    }

    private Fault Forgotten(Step step) => Fault(
        step.Spot, "This beat is not remembered: where a step says   pace: as-before   it would stop, or another one would go on.",
        "Set a mark here, such as   mark: [breaths]   .");
}
