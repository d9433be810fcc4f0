using System.Collections.Immutable;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Gathers faults while reading goes on.</summary>
internal sealed class FaultList
{
    private readonly List<Fault> _faults = [];

    public bool IsEmpty => _faults.Count == 0;

    public void Add(Rule rule, Spot spot, string message, string remedy) => _faults.Add(rule.Fault(spot, message, remedy));

    public ImmutableArray<Fault> Ordered() => Order(_faults);

    public static ImmutableArray<Fault> Order(IEnumerable<Fault> faults) =>
    [
        .. faults.Distinct()
            .OrderBy(f => f.Spot.File, StringComparer.Ordinal)
            .ThenBy(f => f.Spot.Line).ThenBy(f => f.Spot.Column)
            .ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal),
    ];
}
