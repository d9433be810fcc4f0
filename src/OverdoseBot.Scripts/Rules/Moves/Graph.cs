namespace OverdoseBot.Scripts.Rules;

/// <summary>A move and what makes it.</summary>
/// <param name="Script">The dialog it is written in.</param>
/// <param name="Step">The step it is written in; null: the dialog's <c>first</c> or <c>always</c>.</param>
/// <param name="Word">The answer word; null: silence.</param>
/// <param name="Move">The move.</param>
internal sealed record Made(Script Script, Step? Step, string? Word, Move Move);

/// <summary>Who leads where.</summary>
internal static class Graph
{
    /// <summary>Every conversation begins with this dialog, and its bad news holds in all others (ARCHITECTURE section 5).</summary>
    public const string Root = "respond";

    public static IEnumerable<Script> InOrder(this Library library) => library.Scripts.Values.OrderBy(s => s.Spot.File, StringComparer.Ordinal);

    public static IEnumerable<Step> AllSteps(this Library library) => library.InOrder().SelectMany(s => s.Steps);

    /// <summary>Every move that is written anywhere.</summary>
    public static IEnumerable<Made> AllMoves(this Library library) => library.InOrder().SelectMany(script =>
        script.First.Concat(script.Always).Select(a => new Made(script, null, a.Word, a.Move))
            .Concat(script.Steps.SelectMany(step => step.OwnMoves(script))));

    /// <summary>The moves written in a step itself.</summary>
    public static IEnumerable<Made> OwnMoves(this Step step, Script script) =>
        step.First.Concat(step.Answers).Concat(step.While.SelectMany(w => w.Answers)).Select(a => new Made(script, step, a.Word, a.Move))
            .Concat(step.Silence is { } silence ? [new Made(script, step, null, silence.Then)] : []);

    /// <summary>The dialog whose <c>first</c>, <c>always</c> and <c>alarms</c> also hold in a dialog.</summary>
    public static Script? Around(this Library library, Script script) => script.Within is null ? null : library.Scripts.GetValueOrDefault(script.Within);

    /// <summary>Answers that hold in every step of a dialog: its own, those around it, and the bad news of the root.</summary>
    public static IEnumerable<Answer> Everywhere(this Library library, Script script) =>
        (library.Scripts.GetValueOrDefault(Root)?.First ?? [])
            .Concat(script.First).Concat(script.Always).Concat(library.Around(script) is { } around ? around.First.Concat(around.Always) : []);

    /// <summary>All that a step understands, as facts.</summary>
    public static HashSet<string> Understood(this Library library, Script script, Step? step)
    {
        var answers = library.Everywhere(script).Concat(step is null ? [] : step.First.Concat(step.Answers));
        return answers.Select(a => library.Fact(a.Word)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Where a move lands; null: it stays, or the dialog below decides.</summary>
    public static Place? Lands(this Move move) => move.Kind is MoveKind.Step or MoveKind.Do ? move.To : null;

    /// <summary>True when two names lead to one step, old names included.</summary>
    public static bool SameStep(this Library library, Place? a, Place? b) =>
        a is not null && b is not null && (a == b || (library.Find(a) is { } step && step == library.Find(b)));
}
