using OverdoseBot.Scripts;

namespace OverdoseBot.Paths.Tests;

/// <summary>No rule is vacuous: each finds the fault that was planted for it, and a chat that shows it.</summary>
public sealed class PlantedFaultTests
{
    public static TheoryData<int> Faults => [.. Enumerable.Range(0, Fault.All.Count)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_rule_finds_the_fault(int index)
    {
        var fault = Fault.All[index];
        Scene Scene(Library library) => Walks.Scene(library, fault.Sms, fault.Region, fault.Language, fault.Practises);

        var found = await Walks.FirstAsync(Scene(fault.Make(Shipped.Library)), fault.Limit, fault.Rule);
        Assert.True(found is not null, $"Not found: {fault}");

        // As far into the scripts that are shipped, the rule finds nothing: it was the fault that it found.
        Assert.Null(await Walks.FirstAsync(Scene(Shipped.Library), fault.Limit, fault.Rule, most: found.Value));
    }

    [Fact]
    public void Every_rule_that_scripts_can_break_has_a_planted_fault()
    {
        // guide.call, guide.step, the opinion's turn, a person who joins, the safe reply and that a turn is a function are the engine's: no script can break them (see EngineRuleTests).
        string[] engine = ["2c", "6a", "6c", "10a", "C", "H"];

        Assert.Empty(SafetyRules.All.Select(r => r.Number).Except(Fault.All.Select(f => f.Rule)).Except(engine));
    }

    [Fact]
    public async Task A_detour_makes_the_chain_too_long()
    {
        var library = Shipped.Library
            .Step("respond/start", s => s.Leads("unclear", "call"))
            .Step("respond/call", s => s.Leads("unclear", "wake"));
        var chain = await new Chains(Walks.Scene(library, sms: false), Walks.Ear).LongestAsync(calling: false);

        Assert.True(chain!.Answers > Chains.Most);
    }

    [Fact]
    public async Task A_step_that_nothing_leads_to_is_named()
    {
        var library = Shipped.Library.Script("naloxone", s => s with { Steps = s.Steps.Add(s.Steps[0] with { Place = new("naloxone", "lost"), Index = s.Steps.Length }) });
        var walk = await Walks.RunAsync(library, sms: false, limit: 20);

        Assert.Contains("naloxone/lost", walk.Unreached("naloxone"));
    }
}
