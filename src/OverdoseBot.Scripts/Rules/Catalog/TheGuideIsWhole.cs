namespace OverdoseBot.Scripts.Rules;

internal sealed class TheGuideIsWhole() : Rule("OD0060", "Each part of the printed guide and of the plan has its words and says something", "H-01",
    "a sheet on the wall is read when nothing else can be asked.")
{
    private const string Plan = "plan";
    private const string Item = "plan.item.";

    public override IEnumerable<Fault> Check(Library library)
    {
        foreach (var part in library.Guide)
        {
            if (!library.Words.ContainsKey(part.Heading))
            {
                yield return Fault(part.Spot, $"The guide's part \"{part.Name}\" has no heading.", $"Add the word   {part.Heading}:   to the words of every language.");
            }

            if (part.Say.IsEmpty && part.How.IsEmpty)
            {
                yield return Fault(part.Spot, $"The guide's part \"{part.Name}\" says nothing.", "Name steps under   say:   or   how:   .");
            }

            foreach (var place in part.How.Where(p => library.Find(p) is { How: null }))
            {
                yield return Fault(part.Spot, $"Step \"{place}\" has no   how:   that the guide could tell.", "Name another step, or write its   how:   .");
            }
        }

        foreach (var step in library.Scripts.GetValueOrDefault(Plan)?.Steps.Where(s => s.Answers.Any(a => a.Word == Facts.Written) && !library.Words.ContainsKey(Item + s.Place.Step)) ?? [])
        {
            yield return Fault(step.Spot, $"Nothing stands in front of what is written at step \"{step.Place}\".", $"Add the word   {Item}{step.Place.Step}:   to the words of every language.");
        }
    }
}
