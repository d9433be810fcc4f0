namespace OverdoseBot.Scripts.Rules;

internal sealed class OnlyBegunDialogsEnd() : Rule("OD0016", "Only a dialog that another one does may end", "H-02",
    "when the last dialog ends, nobody is there for the next message.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        var begun = library.AllMoves().Where(m => m.Move.Kind == MoveKind.Do).Select(m => m.Move.To!.Dialog).ToHashSet(StringComparer.Ordinal);
        return library.AllMoves()
            .Where(m => m.Move.Kind == MoveKind.End && (!begun.Contains(m.Script.Dialog) || m.Script.Dialog is Graph.Root or "after"))
            .Select(m => Fault(m.Move.Spot, $"Dialog \"{m.Script.Dialog}\" ends here, but nothing waits below it.", "Name a step, or   go:   to a dialog."));
    }
}
