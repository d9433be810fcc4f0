namespace OverdoseBot.Scripts.Rules;

internal sealed class ShownAnswersAreUnderstood() : Rule("OD0021", "Every answer that is shown or known is understood", "H-05",
    "a tap that nothing hears looks like a broken phone, and time is lost.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        foreach (var (script, step) in library.InOrder().SelectMany(s => s.Steps.Select(step => (s, step))))
        {
            var understood = library.Understood(script, step);
            bool Heard(string word) => understood.Contains(library.Fact(word));

            foreach (var choice in step.AllChoices().Where(c => !Heard(c.Answer)))
            {
                yield return Fault(choice.Spot ?? step.Spot, $"Step \"{step.Place.Step}\" shows \"{choice.Answer}\" but does not understand it.", "Add it under   answers:   .");
            }

            var ask = library.CallLine.Ask;
            if (!step.SaysCall && library.CallKinds.Contains(step.Kind) && !Heard(ask.Answer))
            {
                yield return Fault(step.Spot, $"The call line shows \"{ask.Answer}\" in step \"{step.Place.Step}\", which does not understand it.", $"Add   {library.Fact(ask.Answer)}: stay   under   always:   .");
            }

            foreach (var known in step.Known.Where(k => step.Answers.All(a => a.Word != k)))
            {
                yield return Fault(step.Spot, $"Step \"{step.Place.Step}\" skips ahead when \"{known}\" is known, but it is not one of its answers.", "Add it under   answers:   .");
            }

            foreach (var (fact, answer) in step.While.SelectMany(w => w.Answers.Select(a => (w.Fact, Answer: a))).Where(p => step.Answers.All(a => a.Word != p.Answer.Word)))
            {
                yield return Fault(answer.Spot, $"Step \"{step.Place.Step}\" leads elsewhere on \"{answer.Word}\" while \"{fact}\", but it is not one of its answers.", "Add it under   answers:   .");
            }

            foreach (var asked in step.Asks.Where(a => !Heard(a)))
            {
                yield return Fault(step.Spot, $"Step \"{step.Place.Step}\" asks for \"{asked}\" but does not understand it.", "Add it under   answers:   , or take it out of   asks:   .");
            }

            if (step.Right is { } right && step.Answers.All(a => a.Word != right))
            {
                yield return Fault(step.Spot, $"In step \"{step.Place.Step}\" the right answer is \"{right}\", which is not one of its answers.", "Name an answer of the step.");
            }

            foreach (var (key, word) in step.SayWhen.SelectMany(v => new[] { ("yes", v.Yes), ("no", v.No) }).Prepend(("no", step.No)).Prepend(("yes", step.Yes)).Prepend(("yes", step.WebYes)).Where(p => p.Item2 is not null && !Heard(p.Item2)))
            {
                yield return Fault(step.Spot, $"In step \"{step.Place.Step}\" a bare \"{key}\" means \"{word}\", which it does not understand.", "Name an answer of the step.");
            }
        }
    }
}
