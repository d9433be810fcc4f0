namespace OverdoseBot.Scripts.Rules;

/// <summary>Facts that say the danger is less. Only the person may say them, never a guess of ours.</summary>
internal static class CalmFacts
{
    private static readonly string[] Facts = ["breathing-now", "woke", "staying", "crew-here", "taken-over", "planning", "after"];

    public static bool Contains(string fact) => Facts.Contains(fact);

    /// <summary>Where good news leads at a step, by some answers. A step that bad news leads to as well is no calm one: "breathing" and "will not wake up" want the same look.</summary>
    public static IEnumerable<Place> Landings(Library library, Step step, IEnumerable<Answer> answers) =>
        answers.Where(a => Contains(library.Fact(a.Word))).Select(a => a.Move.Lands()).OfType<Place>()
            .Where(calm => !step.Answers.Any(a => library.IsBadNews(a.Word) && library.SameStep(a.Move.Lands(), calm)));
}
