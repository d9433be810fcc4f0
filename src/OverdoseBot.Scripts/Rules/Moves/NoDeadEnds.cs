namespace OverdoseBot.Scripts.Rules;

internal sealed class NoDeadEnds() : Rule("OD0017", "Every step has a way out, and no steps lead only to each other", "H-02",
    "whatever the person writes there, the same words would come back.")
{
    public override IEnumerable<Fault> Check(Library library) => Alone(library).Concat(Circles(library));

    private IEnumerable<Fault> Alone(Library library) =>
        from script in library.InOrder()
        from step in script.Steps
        where !step.OwnMoves(script).Any() || !Ways(library, script, step).Any(m => Leaves(library, step, m))
        select Fault(step.Spot, $"Nothing leads out of step \"{step.Place.Step}\".", "Add an answer that goes to another step.");

    /// <summary>Where there is an afterwards, every step before it must lead there in the end.</summary>
    private IEnumerable<Fault> Circles(Library library)
    {
        var steps = library.InOrder().SelectMany(s => s.Steps.Select(step => (Script: s, Step: step))).ToList();
        var ends = steps.Where(s => s.Step.Kind == StepKind.After).Select(s => s.Step).ToHashSet();
        if (ends.Count == 0)
        {
            return [];
        }

        // Where a dialog ends, the one that began it goes on.
        var after = library.AllMoves().Select(m => m.Move).Where(m => m.Kind == MoveKind.Do).ToLookup(m => m.To!.Dialog, m => m.Then);
        var next = steps.ToDictionary(s => s.Step, s => Ways(library, s.Script, s.Step)
            .SelectMany(m => m.Kind == MoveKind.End ? after[s.Script.Dialog] : [m.Lands()])
            .Select(p => p is null ? null : library.Find(p)).Where(n => n is not null && n != s.Step).Select(n => n!).ToHashSet());
        for (var found = 1; found > 0;)
        {
            found = steps.Count(s => !ends.Contains(s.Step) && next[s.Step].Overlaps(ends) && ends.Add(s.Step));
        }

        var caught = steps.Select(s => s.Step).Where(s => !ends.Contains(s) && next[s].Count > 0).ToList();
        var names = string.Join(", ", caught.Select(s => $"\"{s.Place.Step}\""));
        return caught.Take(1).Select(s => Fault(s.Spot, $"These steps lead only to each other: {names}.", "Lead from one of them to a step that ends, such as the hand-over to the crew."));
    }

    /// <summary>All moves but the bad news that holds everywhere: to be called back to pushing is no way out.</summary>
    private static IEnumerable<Move> Ways(Library library, Script script, Step step) =>
        step.OwnMoves(script).Select(m => m.Move).Concat(script.Always.Concat(library.Around(script)?.Always ?? []).Select(a => a.Move));

    private static bool Leaves(Library library, Step step, Move move) => move.Kind switch
    {
        MoveKind.Step => !library.SameStep(move.To, step.Place),
        MoveKind.Do or MoveKind.End => true,
        _ => false,
    };
}
