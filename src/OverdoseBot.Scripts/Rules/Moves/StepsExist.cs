using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Scripts.Rules;

internal sealed class StepsExist() : Rule("OD0010", "Every move leads to a step that exists", "H-02",
    "a person sent to a step that is not there is left alone.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        var places = library.AllMoves().SelectMany(m => new[] { m.Move.To, m.Move.Then }.Select(p => (Place: p, (Spot?)m.Move.Spot)))
            .Concat(library.InOrder().Select(s => ((Place?)s.Start, (Spot?)s.Spot)))
            .Concat(library.InOrder().SelectMany(s => s.Alarms).SelectMany(a => a.Until.Prepend(a.Step).Select(p => ((Place?)p, (Spot?)a.Spot))))
            .Concat(library.Guide.SelectMany(g => g.Say.Concat(g.How).Select(p => ((Place?)p, (Spot?)g.Spot))))
            .Concat(library.Asides.Values.Select(a => (a.AnsweredAt, (Spot?)a.Spot)))
            .Concat(library.AllSteps().Where(s => s.Prompts is not null).Select(s => (s.Prompts!.AnsweredAt, s.Prompts.Spot)))
            .Append((library.Fallback, library.Spots.GetValueOrDefault("fallback")));
        foreach (var (place, spot) in places)
        {
            if (place is not null && library.Find(place) is null)
            {
                yield return Unknown(library, place, spot);
            }
        }

        foreach (var script in library.InOrder().Where(s => s.Within is not null && library.Around(s) is null))
        {
            yield return Fault(script.Spot, $"There is no dialog \"{script.Within}\" for \"{script.Dialog}\" to be within.", "Name a dialog that exists.");
        }
    }

    private Fault Unknown(Library library, Place place, Spot? spot) => library.Scripts.TryGetValue(place.Dialog, out var script)
        ? Fault(spot, $"There is no step \"{place}\".{Nearest.Hint(place.Step, script.ByName.Keys)}",
            "Name a step that exists. A step that was renamed keeps its old name under   was:   .")
        : Fault(spot, $"There is no dialog \"{place.Dialog}\".{Nearest.Hint(place.Dialog, library.Scripts.Keys)}", "Name a dialog that exists.");
}
