using System.Globalization;

namespace OverdoseBot.Scripts.Rules;

internal sealed class HazardsHaveProof() : Rule("OD0031", "Every hazard has a proof that exists, and every rule a hazard", "H-16",
    "a danger that nothing checks comes back.")
{
    private const int Invariants = 11;

    public override IEnumerable<Fault> Check(Library library)
    {
        foreach (var missing in RuleBook.All.GroupBy(r => r.Hazard).Where(g => !library.Hazards.ContainsKey(g.Key)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            yield return Fault(new Spot("hazards.yaml", 1, 1), $"There is no hazard {missing.Key}, which is named by {string.Join(", ", missing.Select(r => r.Code))}.", $"Add   {missing.Key}:   with title, cause, harm and proof.");
        }

        foreach (var hazard in library.Hazards.Values.OrderBy(h => h.Spot.Line))
        {
            if (hazard.Proof.IsEmpty)
            {
                yield return Fault(hazard.Spot, $"Hazard {hazard.Id} has no proof.", "Name a rule, a chat or an invariant that controls it.");
            }

            foreach (var proof in hazard.Proof.Where(p => !Exists(p)))
            {
                yield return Fault(hazard.Spot, $"Hazard {hazard.Id} is proved by \"{proof}\", which does not exist.",
                    $"Write a code such as   OD0012   , a chat as   chat:respond/slow.chat   , or an invariant as   paths:1   to   paths:{Invariants}   .");
            }
        }
    }

    private static bool Exists(string proof) => proof.Split(':') switch
    {
        [var code] => RuleBook.All.Any(r => r.Code == code),
        ["chat", var path] => path.EndsWith(".chat", StringComparison.Ordinal),
        ["paths", var number] => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= Invariants,
        _ => false,
    };
}
