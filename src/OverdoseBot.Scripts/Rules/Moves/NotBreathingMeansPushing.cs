namespace OverdoseBot.Scripts.Rules;

/// <summary>Safety rules 3 and 5 (ARCHITECTURE section 7).</summary>
internal sealed class NotBreathingMeansPushing() : Rule("OD0020", "Not breathing leads to pushing on the chest, from everywhere", "H-03",
    "each minute without breath costs the brain; no other answer may stand in between.")
{
    private const string Fact = "stopped-breathing";

    public override IEnumerable<Fault> Check(Library library)
    {
        if (library.Scripts.TryGetValue(Graph.Root, out var root) && root.First.All(a => library.Fact(a.Word) != Fact))
        {
            yield return Fault(root.Spot, $"Dialog \"{Graph.Root}\" does not hear \"{Fact}\" first.", $"Add   {Fact}: compressions   under its   first:   .");
        }

        foreach (var made in library.AllMoves().Where(m => m.Word is not null && library.Fact(m.Word) == Fact))
        {
            var step = made.Move.Kind == MoveKind.Stay ? made.Step : made.Move.Kind == MoveKind.Step ? library.Find(made.Move.To!) : null;
            if (step?.Pace?.Kind != "compressions")
            {
                yield return Fault(made.Move.Spot, $"\"{made.Word}\" does not lead to a step with the beat of compressions.", "Go to the step that tells to push on the chest.");
            }
        }
    }
}
