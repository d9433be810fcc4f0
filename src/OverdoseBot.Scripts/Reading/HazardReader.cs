using System.Collections.Frozen;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Reading;

/// <summary>The hazard log (<c>hazards.yaml</c>).</summary>
internal static class HazardReader
{
    private const string NoneYet = "none-yet";
    private static readonly Dictionary<string, string> Severities = Same("catastrophic", "major", "considerable", "significant", "minor");
    private static readonly Dictionary<string, string> Likelihoods = Same("very-high", "high", "medium", "low", "very-low");

    public static FrozenDictionary<string, Hazard> Hazards(Node? root, FaultList faults) =>
        faults.Named(root, "a hazard", (pair, f) => Hazard(pair, f, faults)).ToFrozenDictionary(StringComparer.Ordinal);

    private static Hazard Hazard(Pair pair, Fields f, FaultList faults) => new(faults.Text(pair.Key), faults.Text(f.Need("title")), pair.Key.Spot)
    {
        Cause = faults.Text(f.Need("cause")),
        Harm = faults.Text(f.Need("harm")),
        Severity = faults.OneOf(f.Need("severity"), Severities, "catastrophic"),
        Before = faults.OneOf(f.Need("before"), Likelihoods, "very-high"),
        After = faults.OneOf(f.Need("after"), Likelihoods, "very-high"),
        Residual = faults.Text(f.Need("residual")),
        Controls = faults.Rows(f.Need("controls"), "a control", c => Control(c, faults)),
    };

    private static Control Control(Fields f, FaultList faults)
    {
        var (proof, why) = (f.Need("proof"), f.Get("why"));
        var none = proof is ScalarNode { Value: NoneYet };
        if (none != why is not null)
        {
            faults.Add(ReadingRules.Value, f.Spot, none ? "A control without proof does not say why." : "A control with proof says why it has none.", none ? "Add   why:   ." : "Delete   why:   .");
        }

        return new Control(faults.Text(f.Need("control")), none ? [] : faults.Texts(proof), faults.TextOrNull(why), f.Spot);
    }

    private static Dictionary<string, string> Same(params string[] words) => words.ToDictionary(w => w, StringComparer.Ordinal);
}
