namespace OverdoseBot.Scripts.Rules;

/// <summary>Regions (clinical.md 2.4 rule 7).</summary>
internal sealed class RegionsAreToldApart() : Rule("OD0052", "Every region can be told, and one stands for nowhere", "H-20",
    "who is told another country's number calls nobody.")
{
    private const string Unknown = "unknown";

    public override IEnumerable<Fault> Check(Library library)
    {
        var regions = library.Regions.Values.OrderBy(r => r.Spot.Line).ToList();
        return Nowhere(regions).Concat(Codes(regions)).Concat(Answers(library, regions));
    }

    /// <summary>With one region there is nothing to be told apart.</summary>
    private IEnumerable<Fault> Nowhere(List<Region> regions)
    {
        if (regions.Count > 1 && regions.All(r => r.Id != Unknown))
        {
            yield return Fault(new Spot("regions.yaml", 1, 1), $"There is no region \"{Unknown}\".", $"Add   {Unknown}:   with   dial: null   , for a person of whom nobody knows where they are.");
        }

        foreach (var region in regions.Where(r => r.Dial is null != (r.Id == Unknown)))
        {
            yield return region.Id == Unknown
                ? Fault(region.Spot, $"The region \"{Unknown}\" dials \"{region.Dial}\".", "Write   dial: null   ; a number would be wrong nearly everywhere.")
                : Fault(region.Spot, $"The region \"{region.Id}\" dials nothing.", $"Write its number; only   {Unknown}   has none.");
        }
    }

    private IEnumerable<Fault> Codes(List<Region> regions)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (region, code) in regions.SelectMany(r => r.Codes.Concat(r.Speaks.Keys.Order(StringComparer.Ordinal)).Where(c => c.Length == 0 || !c.All(char.IsAsciiDigit)).Select(c => (r, c))))
        {
            yield return Fault(region.Spot, $"\"{code}\" of \"{region.Id}\" is not the beginning of a phone number.", "Write digits only, the country code first, without a plus.");
        }

        foreach (var (region, code) in regions.SelectMany(r => r.Codes.Select(c => (r, c))))
        {
            if (!owners.TryAdd(code, region.Id))
            {
                yield return Fault(region.Spot, $"Phone numbers with {code} are in \"{owners[code]}\" and in \"{region.Id}\".", "Leave them with one of the two.");
            }
        }
    }

    private IEnumerable<Fault> Answers(Library library, List<Region> regions)
    {
        var heard = library.AllMoves().Where(m => m.Word is not null).Select(m => library.Fact(m.Word!)).ToHashSet(StringComparer.Ordinal);
        foreach (var region in regions.Where(r => r.Id != Unknown && (regions.Count > 1 || r.Said is not null)))
        {
            if (region.Said is null)
            {
                yield return Fault(region.Spot, $"Nobody can say that they are in \"{region.Id}\".", $"Write   said: in-{region.Id}   and hear it under   always:   .");
            }
            else if (!heard.Contains(region.Said))
            {
                yield return Fault(region.Spot, $"\"{region.Said}\" is an answer nowhere.", "Add it under   always:   of the dialogs.");
            }
        }

        foreach (var fact in library.Speak.Keys.Where(f => !heard.Contains(f)).Order(StringComparer.Ordinal))
        {
            yield return Fault(library.Spots.GetValueOrDefault("speak"), $"\"{fact}\" asks for a language but is an answer nowhere.", "Add it under   always:   of the dialogs.");
        }
    }
}
