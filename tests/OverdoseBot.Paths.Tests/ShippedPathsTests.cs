namespace OverdoseBot.Paths.Tests;

/// <summary>
/// The scripts that ship, walked from the start as far as a test may take. The verb <c>paths</c> walks them to the end.
/// </summary>
public sealed class ShippedPathsTests
{
    private const int Limit = 1500;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_path_breaks_a_rule(bool sms)
    {
        var walk = await Walks.RunAsync(Shipped.Library, sms, Limit);

        Assert.Empty(walk.Findings.Select(f => $"{SafetyRules.All[f.Invariant].Number}: {f.Fault}"));
        Assert.Empty(walk.Stuck);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task At_most_two_answers_lie_before_breaths_or_pushes(bool sms)
    {
        var chain = await new Chains(Walks.Scene(Shipped.Library, sms), Walks.Ear).LongestAsync(calling: false);

        Assert.InRange(chain!.Answers, 1, Chains.Most);
    }

    [Fact]
    public async Task Two_walks_see_the_same()
    {
        var one = await Walks.RunAsync(Shipped.Library, sms: true, limit: 300);
        var two = await Walks.RunAsync(Shipped.Library, sms: true, limit: 300);

        Assert.Equal((one.Nodes.Count, one.Edges), (two.Nodes.Count, two.Edges));
        Assert.Equal(one.Checks.ToArray(), two.Checks.ToArray());
        Assert.Equal(one.Nodes.Select(n => n.Input?.Shown), two.Nodes.Select(n => n.Input?.Shown));
    }

    [Fact]
    public async Task A_whole_program_run_prints_its_counts_last()
    {
        var output = new StringWriter();
        var run = new PathsRun(Shipped.Library, Shipped.Reader, 50);
        await run.RunAsync([true], output, TextWriter.Null, TimeProvider.System, CancellationToken.None);

        var last = output.ToString().TrimEnd().Split('\n')[^1];
        Assert.Matches(@"^paths: \d+ states, \d+ edges, \d+ invariants, \d+ violations, \d+ s\r?$", last);
    }
}
