using System.Globalization;
using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

internal sealed partial class HazardsHaveProof() : Rule("OD0031", "Every hazard has a control, every proof exists, and every rule has a hazard", "H-16",
    "a danger that nothing checks comes back.")
{
    private const int Invariants = 11;

    // From worse to better, as DCB0129 orders them.
    private static readonly string[] Likelihoods = ["very-high", "high", "medium", "low", "very-low"];

    public override IEnumerable<Fault> Check(Library library)
    {
        foreach (var missing in RuleBook.All.GroupBy(r => r.Hazard).Where(g => !library.Hazards.ContainsKey(g.Key)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            yield return Fault(new Spot("hazards.yaml", 1, 1), $"There is no hazard {missing.Key}, which is named by {string.Join(", ", missing.Select(r => r.Code))}.", $"Add   {missing.Key}:   with title, cause, harm and controls.");
        }

        foreach (var hazard in library.Hazards.Values.OrderBy(h => h.Spot.Line))
        {
            if (hazard.Controls.IsEmpty)
            {
                yield return Fault(hazard.Spot, $"Hazard {hazard.Id} has no control.", "Name what keeps it from happening.");
            }

            if (hazard.After != hazard.Before && (Likelihoods.IndexOf(hazard.After) < Likelihoods.IndexOf(hazard.Before) || !hazard.Proof.Any()))
            {
                yield return Fault(hazard.Spot, $"Hazard {hazard.Id} is {hazard.Before} before its controls and {hazard.After} behind them.", "Only a control with proof makes it less likely, and none more.");
            }

            foreach (var control in hazard.Controls)
            {
                if (control.Proof.IsEmpty && control.Why is null)
                {
                    yield return Fault(control.Spot, $"A control of hazard {hazard.Id} has no proof.", "Name a rule, an invariant, a chat or a test; or write   proof: none-yet   and   why:   .");
                }

                foreach (var proof in control.Proof.Where(p => !Exists(p)))
                {
                    yield return Fault(control.Spot, $"A control of hazard {hazard.Id} is proved by \"{proof}\", which does not exist.",
                        $"Write a code such as   OD0012   , an invariant as   paths:1   to   paths:{Invariants}   , a chat as   chat:respond/slow   , or a test class as   test:Gsm7Tests   .");
                }
            }
        }
    }

    /// <summary>Chats and tests are files beside the program, not in the scripts: <see cref="ProofFiles"/> looks for them.</summary>
    private static bool Exists(string proof) => proof.Split(':') switch
    {
        [var code] => RuleBook.All.Any(r => r.Code == code),
        ["chat", var path] => Chat().IsMatch(path),
        ["test", var name] => Test().IsMatch(name),
        ["paths", var number] => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= Invariants,
        _ => false,
    };

    [GeneratedRegex("^[a-z0-9-]+/[a-z0-9-]+$")]
    private static partial Regex Chat();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+Tests$")]
    private static partial Regex Test();
}
