namespace OverdoseBot.Scripts.Rules;

internal sealed class WrittenDigitsAreUnderstood() : Rule("OD0028", "A digit that a text asks for is an answer there", "H-06",
    "who sends the digit we asked for must be understood.")
{
    public override IEnumerable<Fault> Check(Library library) =>
        from said in InSteps(library).Concat(InAsides(library))
        from digit in Asked(said.Text, RuleWords.Of(library))
        where !library.Digits.Any(d => d.Value == digit && said.Understood.Contains(library.Fact(d.Key)))
        select Fault(said.Spot, $"{said.Owner} asks for the digit {digit}, which is no answer there.", "Name a digit of an answer that is understood, or add the answer.");

    private static IEnumerable<(string Text, Spot? Spot, string Owner, HashSet<string> Understood)> InSteps(Library library) =>
        from script in library.InOrder()
        from step in script.Steps
        let understood = library.Understood(script, step)
        from form in step.AllWordings().SelectMany(w => w.Forms())
        from text in form.Texts
        select (text, form.Spot, $"Step \"{step.Place.Step}\"", understood);

    /// <summary>An aside is read wherever a move tells it.</summary>
    private static IEnumerable<(string Text, Spot? Spot, string Owner, HashSet<string> Understood)> InAsides(Library library) =>
        from made in library.AllMoves()
        where made.Move.Tell is not null && library.Asides.ContainsKey(made.Move.Tell)
        let aside = library.Asides[made.Move.Tell!]
        from form in aside.Wordings().SelectMany(w => w.Forms())
        from text in form.Texts
        select (text, form.Spot, $"Aside \"{aside.Name}\"", library.Understood(made.Script, made.Step));

    /// <summary>"text 7", and each part of "Reply 5 for 5 or more, 6 fewer, 7 none."</summary>
    internal static IEnumerable<char> Asked(string text, RuleWords words) =>
        words.AsksForDigits.Matches(text).SelectMany(m => words.Digit.Matches(m.Value).Select(d => d.Groups[1].Value[0])).Distinct();
}
