using System.Collections.Immutable;
using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Scripts.Rules;

internal sealed class SourcesAreKnownAndUsed() : Rule("OD0030", "Every step and aside has a known source, and every source is used", "H-09",
    "advice whose origin nobody can find cannot be checked when the guidance changes.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (owner, keys, spot) in Owners(library))
        {
            if (keys.IsEmpty)
            {
                yield return Fault(spot, $"{owner} has no source.", "Add   sources: [KEY]   with a key of sources.yaml.");
            }

            foreach (var key in keys)
            {
                used.Add(key);
                if (!library.Sources.ContainsKey(key))
                {
                    yield return Fault(spot, $"{owner} names the source \"{key}\", which sources.yaml does not have.{Nearest.Hint(key, library.Sources.Keys)}", "Add the source, or name one that is there.");
                }
            }
        }

        foreach (var source in library.Sources.Values.Where(s => !used.Contains(s.Key)))
        {
            yield return Fault(source.Spot, $"Nothing uses the source \"{source.Key}\".", "Delete it, or name it where it is used.");
        }
    }

    private static IEnumerable<(string Owner, ImmutableArray<string> Keys, Spot Spot)> Owners(Library library) =>
        library.AllSteps().Select(s => ($"Step \"{s.Place.Step}\"", s.Sources, s.Spot))
            .Concat(library.Asides.Values.Select(a => ($"Aside \"{a.Name}\"", a.Sources, a.Spot)))
            .Concat(library.Drills?.Goals.Values.Select(g => ($"Goal \"{g.Name}\"", g.Sources, g.Spot)) ?? [])
            .Concat(library.Products.Values.Select(p => ($"Product \"{p.Id}\"", p.Sources, p.Spot)))
            .Concat(library.Regions.Values.Select(r => ($"Region \"{r.Id}\"", r.Sources, r.Spot)))
            .Concat(library.Lines.Select(l => ($"Line \"{l.Id}\"", l.Sources, l.Spot)));
}
