using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

internal sealed partial class LinesCanBeDialled() : Rule("OD0053", "What is dialled is a number, and a region has one line a purpose", "H-12",
    "a tap that dials nothing is one more door shut.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        foreach (var line in library.Lines)
        {
            foreach (var number in new[] { line.Call, line.Text }.Where(n => n is not null && !Number().IsMatch(n)))
            {
                yield return Fault(line.Spot, $"\"{number}\" of the line \"{line.Id}\" cannot be dialled.", "Write digits, with spaces or hyphens between them and a plus in front if there is one.");
            }
        }

        foreach (var region in library.Regions.Values.Where(r => r.Dial is not null && !Number().IsMatch(r.Dial)))
        {
            yield return Fault(region.Spot, $"\"{region.Dial}\" of the region \"{region.Id}\" cannot be dialled.", "Write digits.");
        }

        foreach (var line in library.Lines.GroupBy(l => (l.Region, l.For)).SelectMany(g => g.Skip(1)))
        {
            yield return Fault(line.Spot, $"The region \"{line.Region}\" has two lines for \"{line.For}\"; \"{line.Id}\" would never be named.", "Give it another purpose under   for:   , or delete it.");
        }
    }

    [GeneratedRegex(@"^\+?[0-9]([0-9 -]*[0-9])?$")]
    private static partial Regex Number();
}
