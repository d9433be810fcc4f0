namespace OverdoseBot.Scripts.Rules;

internal sealed class NoDeadEnds() : Rule("OD0017", "Every step has a way out", "H-02",
    "whatever the person writes there, the same words would come back.")
{
    public override IEnumerable<Fault> Check(Library library) =>
        from script in library.InOrder()
        from step in script.Steps
        let own = step.OwnMoves(script).ToList()
        let ways = own.Select(m => m.Move).Concat(script.Always.Concat(library.Around(script)?.Always ?? []).Select(a => a.Move))
        where own.Count == 0 || !ways.Any(m => Leaves(library, step, m))
        select Fault(step.Spot, $"Nothing leads out of step \"{step.Place.Step}\".", "Add an answer that goes to another step.");

    private static bool Leaves(Library library, Step step, Move move) => move.Kind switch
    {
        MoveKind.Step => !library.SameStep(move.To, step.Place),
        MoveKind.Do or MoveKind.End => true,
        _ => false,
    };
}
