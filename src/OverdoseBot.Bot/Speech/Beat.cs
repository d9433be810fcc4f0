using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>Which beat goes with a step (<c>guide.pace</c>).</summary>
internal static class Beat
{
    /// <summary>The step's own; else, while a dialog runs above breaths or compressions, that of the step it comes back to.</summary>
    public static Pace? Of(Turn turn, Step step) =>
        turn.Record.Stack.Skip(1).Select(f => turn.Library.Find(new Place(f.Dialog, f.Then ?? f.Step))).OfType<Step>()
            .Prepend(step).Select(s => Own(turn, s)).FirstOrDefault(p => p is not null);

    private static Pace? Own(Turn turn, Step step) => step.Pace ?? (step.PaceAsBefore ? Before(turn.Record, turn.Library) : null);

    // The step whose mark is the latest was told last. What it cleared ("breathing") stands again once they breathed or woke:
    // then there is nothing to go on with, and nobody is told to push on someone who breathes.
    private static Pace? Before(CaseRecord record, Library library)
    {
        var last = library.Scripts.Values.SelectMany(s => s.Steps).Where(s => s.Pace is not null && s.Mark.Any(record.Has))
            .MaxBy(s => s.Mark.Where(record.Has).Max(m => record.Marks[m].Last));
        return last is null || last.Clear.Any(record.Has) ? null : last.Pace;
    }
}
