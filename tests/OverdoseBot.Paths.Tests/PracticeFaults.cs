using OverdoseBot.Scripts;

namespace OverdoseBot.Paths.Tests;

/// <summary>Faults of a practice. The way to it is cut short, so that a short walk comes there.</summary>
internal static class PracticeFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        Of("9a", "the words of a practice tell to call", d => d with { CallLine = d.CallLine with { Full = "Call {number} now, on speaker." } }),
        Of("9b", "the way out has no number", d => d with { Doubt = new Wording(["Type REAL if it is."], [], null) }),
        Of("9c", "a digit of the practice ends it as if it were real", d => d with { Leaves = d.Leaves.Add("breathing-now") }) with { Sms = true },
    ];

    private static Fault Of(string rule, string what, Func<Drills, Drills> change) =>
        new(rule, what, l => Near(l) with { Drills = change(l.Drills!) }) { Practises = true, Limit = 400 };

    private static Library Near(Library library) => library.Step("respond/start", s => s with
    {
        Answers = [.. s.Answers.Select(a => a.Word == "planning" ? a with { Move = new Move(MoveKind.Step, new Place("drill", "quick"), null, null, s.Spot) } : a)],
    });
}
