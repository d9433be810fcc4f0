namespace OverdoseBot.Scripts.Rules;

internal sealed class UnclearIsNeverCalmer() : Rule("OD0015", "In an emergency an unclear reply never moves to a calmer step", "H-07",
    "good news is followed only when somebody said it.")
{
    public override IEnumerable<Fault> Check(Library library) =>
        from script in library.InOrder()
        from step in script.Steps
        where step.Kind is StepKind.Triage or StepKind.Emergency
        from unclear in step.Answers
        where unclear.Word == "unclear" && IsCalmer(library, script, step, unclear.Move)
        select Fault(unclear.Move.Spot, $"In step \"{step.Place.Step}\" an unclear reply leads to a calmer step.", "Write   unclear: stay   , or the step of the worse answer.");

    private static bool IsCalmer(Library library, Script script, Step step, Move move)
    {
        if (move.Kind == MoveKind.End)
        {
            return true;
        }

        if (move.Lands() is not { } to || library.SameStep(to, step.Place) || library.Find(to) is not { } target)
        {
            return false;
        }

        var calm = CalmFacts.Landings(library, step, step.Answers.Concat(library.Everywhere(script)));
        return target.Kind is not (StepKind.Triage or StepKind.Emergency) || calm.Any(c => library.SameStep(c, to));
    }
}
