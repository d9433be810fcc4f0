using System.Collections.Immutable;
using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Scripts.Rules;

/// <summary>All rules, in the order of their codes.</summary>
internal static class RuleBook
{
    public static readonly ImmutableArray<Rule> All = [.. ((Rule[])[.. ReadingRules.All]).OrderBy(r => r.Code, StringComparer.Ordinal)];

    public static Rule Of(string code) => All.First(r => r.Code == code);

    public static ImmutableArray<Fault> Check(Library library) => FaultList.Order(All.SelectMany(r => r.Check(library)));
}
