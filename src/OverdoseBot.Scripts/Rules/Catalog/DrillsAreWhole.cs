namespace OverdoseBot.Scripts.Rules;

internal sealed class DrillsAreWhole() : Rule("OD0074", "A practice has its steps, its facts and its goals", "H-24",
    "a practice that stops half way teaches that help stops half way.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        var begun = library.AllSteps().FirstOrDefault(s => s.Practice != PracticeClock.None);
        if (library.Drills is not { } drills)
        {
            return begun is null ? [] : [Fault(begun.Spot, $"Step \"{begun.Place.Step}\" begins a practice, and there is none.", "Write drills.yaml, or delete   practice:   .")];
        }

        var understood = library.AllMoves().Where(m => m.Word is not null).Select(m => library.Fact(m.Word!)).ToHashSet(StringComparer.Ordinal);
        var marks = Marks.Settable(library);
        return [.. Places(library, drills), .. Facts(drills, understood, marks), .. drills.Scenarios.SelectMany(s => Scenario(s, drills, understood))];
    }

    private IEnumerable<Fault> Places(Library library, Drills drills)
    {
        var places = new[] { (drills.Real, drills.Spot), (drills.Choose, drills.Spot), (drills.After, drills.Spot) }
            .Concat(drills.Goals.Values.Where(g => g.At is not null).Select(g => (g.At!, g.Spot)))
            .Concat(drills.Scenarios.SelectMany(s => s.Scenes.Select(v => (v.At, v.Spot)).Concat(s.Ends.Select(e => (e, s.Spot)))));
        foreach (var (place, spot) in places.Where(p => library.Find(p.Item1) is null))
        {
            yield return Fault(spot, $"There is no step \"{place}\".", "Name a step that is there.");
        }
    }

    private IEnumerable<Fault> Facts(Drills drills, HashSet<string> understood, HashSet<string> marks)
    {
        foreach (var fact in drills.Leaves.Append(drills.Done).Where(f => !understood.Contains(f)))
        {
            yield return Fault(drills.Spot, $"No answer anywhere is \"{fact}\".", "Name a fact that is heard.");
        }

        foreach (var goal in drills.Goals.Values)
        {
            if (goal is { Heard: null, Mark: null, Dose: 0, MostDoses: null })
            {
                yield return Fault(goal.Spot, $"Nothing says when the goal \"{goal.Name}\" is met.", "Add   heard:   ,   mark:   ,   dose:   or   most-doses:   .");
            }

            if (goal.Heard is { } heard && !understood.Contains(heard))
            {
                yield return Fault(goal.Spot, $"No answer anywhere is \"{heard}\".", "Name a fact that is heard.");
            }

            if (goal.Mark is { } mark && !marks.Contains(mark))
            {
                yield return Fault(goal.Spot, $"Nothing ever sets \"{mark}\".", "Name a mark that a step sets.");
            }

            if (!drills.Scenarios.Any(s => s.Goals.Contains(goal.Name)))
            {
                yield return Fault(goal.Spot, $"No scenario has the goal \"{goal.Name}\".", "Name it in one, or delete it.");
            }
        }
    }

    private IEnumerable<Fault> Scenario(Scenario scenario, Drills drills, HashSet<string> understood)
    {
        if (!understood.Contains(scenario.Fact))
        {
            yield return Fault(scenario.Spot, $"Nobody can choose \"{scenario.Name}\": no answer is \"{scenario.Fact}\".", $"Add the answer   {scenario.Fact}:   where practice is chosen.");
        }

        if (scenario.Ends.IsEmpty || scenario.Goals.IsEmpty)
        {
            yield return Fault(scenario.Spot, $"The scenario \"{scenario.Name}\" has no end or no goal.", "Add   ends:   and   goals:   .");
        }

        foreach (var goal in scenario.Goals.Where(g => !drills.Goals.ContainsKey(g)))
        {
            yield return Fault(scenario.Spot, $"There is no goal \"{goal}\".", "Name one that is under   goals:   .");
        }
    }
}
