using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>That a word in braces is known is OD0035; here it is also there in every region, and for whoever has no product.</summary>
internal sealed partial class BracesAreFilled() : Rule("OD0056", "What stands in braces can be filled wherever it is said", "H-01",
    "a brace that stays open, or a message of nothing, reaches a person who counts on it.")
{
    /// <summary>Words, and the fact that must be known for them; null: they are said when no other are.</summary>
    private sealed record Words(string? When, Wording Wording);

    public override IEnumerable<Fault> Check(Library library) =>
        Owners(library).SelectMany(o => Lines(library, o.Owner, o.All).Concat(Products(o.Owner, o.All)).Concat(Nothing(library, o.Owner, o.All)))
            .Concat(library.Handover.Where(p => p.When != Facts.Product && new[] { p.One, p.Two, p.More }.Any(t => t?.Contains("{product", StringComparison.Ordinal) == true))
                .Select(p => Fault(p.Spot, "The hand-over names a product that may not be known.", $"Write   when: {Facts.Product}   .")));

    /// <summary>A line that a region does not have needs other words for that region, before those that name it.</summary>
    private IEnumerable<Fault> Lines(Library library, string owner, List<Words> all) =>
        from purpose in library.Lines.Select(l => l.For).Distinct()
        let without = library.Regions.Values.OrderBy(r => r.Spot.Line).Where(r => library.LineIn(r, purpose) is null).Select(r => r.Id).ToList()
        where without.Count > 0
        let open = all.TakeWhile(w => w.When != Facts.NoLine + purpose).FirstOrDefault(w => Says(w, $"{{line.{purpose}}}") || Says(w, $"{{line.{purpose}."))
        where open is not null
        select Fault(open.Wording.Spot, $"{owner} says {{line.{purpose}}}, and there is none in {string.Join(", ", without)}.", $"Add   {{ when: {Facts.NoLine}{purpose}, say: … }}   at the top of its   say-when:   .");

    private IEnumerable<Fault> Products(string owner, List<Words> all) =>
        from words in all
        where words.When != Facts.Product && Says(words, "{product")
        select Fault(words.Wording.Spot, $"{owner} names a product that may not be known.", $"Say it under   when: {Facts.Product}   only.");

    private IEnumerable<Fault> Nothing(Library library, string owner, List<Words> all) =>
        from words in all
        from form in words.Wording.Forms()
        let empty = library.Regions.Values.OrderBy(r => r.Spot.Line).Where(r => form.Texts.Any(t => IsEmpty(t, library, r))).Select(r => r.Id).ToList()
        where empty.Count > 0
        select Fault(form.Spot, $"{owner} says nothing in {string.Join(", ", empty)}.", "Write a sentence beside the brace, or fill it in regions.yaml.");

    private static bool IsEmpty(string text, Library library, Region region) =>
        text.Contains('{', StringComparison.Ordinal)
        && string.IsNullOrWhiteSpace(Hole().Replace(text, hole => Holes.Words(library, region, null, sms: false, hole.Groups[1].Value) ?? hole.Value));

    private static bool Says(Words words, string hole) => words.Wording.Forms().Any(f => f.Texts.Any(t => t.Contains(hole, StringComparison.Ordinal)));

    private static IEnumerable<(string Owner, List<Words> All)> Owners(Library library)
    {
        foreach (var aside in library.Asides.Values.OrderBy(a => a.Spot.Line))
        {
            yield return ($"Aside \"{aside.Name}\"", All(aside.SayWhen, aside.Wording));
        }

        foreach (var step in library.AllSteps())
        {
            var owner = $"Step \"{step.Place.Step}\"";
            yield return (owner, All(step.SayWhen, step.Wording));
            foreach (var other in new[] { step.Prompts?.Wording, step.Silence?.Again, One(step.How, step.Spot), One(step.Silence?.Lead, step.Spot) }.Where(w => w is not null))
            {
                yield return (owner, [new Words(null, other!)]);
            }
        }

        yield return ("The call line", [new Words(null, One(library.CallLine.Full, library.CallLine.Spot)!), new Words(null, One(library.CallLine.Reminder, library.CallLine.Spot)!)]);
        yield return ("The ending of a case", [new Words(null, library.Case.Ending)]);
    }

    private static List<Words> All(IEnumerable<Variant> variants, Wording wording) => [.. variants.Select(v => new Words(v.When, v.Wording)).Append(new Words(null, wording))];

    private static Wording? One(string? text, Spot? spot) => text is null ? null : new Wording([text], [], null) { Spot = spot };

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Hole();
}
