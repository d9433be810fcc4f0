namespace OverdoseBot.Scripts.Rules;

internal sealed class EveryStepIsReached() : Rule("OD0018", "Every step can be reached", "H-02",
    "a step that nothing leads to is help that nobody gets.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        var reached = Reached(library);
        foreach (var script in library.InOrder())
        {
            if (!script.Steps.Any(reached.Contains))
            {
                yield return Fault(script.Spot, $"Nothing leads to dialog \"{script.Dialog}\".", "Lead to it with   do:   or   go:   , or delete it.");
                continue;
            }

            foreach (var step in script.Steps.Where(s => !reached.Contains(s)))
            {
                yield return Fault(step.Spot, $"Nothing leads to step \"{step.Place.Step}\".",
                    "Lead to it from an answer, or delete it and leave its name under   was:   of the step that took its place.");
            }
        }
    }

    private static HashSet<Step> Reached(Library library)
    {
        var reached = new HashSet<Step>(ReferenceEqualityComparer.Instance);
        var ahead = new Queue<Place>([library.Fallback]);
        if (library.Scripts.TryGetValue(Graph.Root, out var root))
        {
            ahead.Enqueue(root.Start);
        }

        while (ahead.TryDequeue(out var place))
        {
            if (library.Find(place) is not { } step || !reached.Add(step))
            {
                continue;
            }

            var script = library.Scripts[place.Dialog];
            var moves = step.OwnMoves(script).Select(m => m.Move).Concat(library.Everywhere(script).Select(a => a.Move));
            var clocks = script.Alarms.Concat(library.Around(script)?.Alarms ?? []).Select(a => (Place?)a.Step);
            foreach (var next in moves.SelectMany(m => new[] { m.To, m.Then }).Concat(clocks))
            {
                if (next is not null)
                {
                    ahead.Enqueue(next);
                }
            }
        }

        return reached;
    }
}
