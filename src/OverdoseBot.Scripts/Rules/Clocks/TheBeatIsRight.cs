namespace OverdoseBot.Scripts.Rules;

internal sealed class TheBeatIsRight() : Rule("OD0042", "The beat is within the guidance", "H-11",
    "too slow moves no blood; too fast does not let the heart fill.")
{
    public override IEnumerable<Fault> Check(Library library) =>
        from step in library.AllSteps()
        where step.Pace is not null
        from rate in step.Pace!.When.Select(w => w.PerMinute).Prepend(step.Pace.PerMinute)
        let wrong = Wrong(step.Pace! with { PerMinute = rate })
        where wrong is not null
        select wrong.Value.Least == 0
            ? Fault(step.Spot, $"\"{step.Pace!.Kind}\" is not a kind of beat.", "Write   compressions   or   breaths   .")
            : Fault(step.Spot, $"{rate} {step.Pace!.Kind} a minute is not in the guidance.", $"Write {wrong.Value.Least} to {wrong.Value.Most}.");

    private static (int Least, int Most)? Wrong(Pace pace)
    {
        (int Least, int Most) range = pace.Kind switch { "compressions" => (100, 120), "breaths" => (10, 30), _ => (0, 0) };
        return pace.PerMinute < range.Least || pace.PerMinute > range.Most ? range : null;
    }
}
