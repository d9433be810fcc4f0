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

    /// <summary>Every language and region; the verb walks them further.</summary>
    public static TheoryData<string, string> Places
    {
        get
        {
            var places = new TheoryData<string, string>();
            foreach (var scene in Plan.Of(Shipped.Library, [], [], [true]).Select(o => o.Scene).Where(s => !s.Hub))
            {
                places.Add(scene.Language, scene.Region.Id);
            }

            return places;
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task No_message_of_any_language_and_region_breaks_a_rule(string language, string region)
    {
        var walk = await Walks.RunAsync(Walks.Scene(Shipped.Library, sms: true, region, language), 100, Depth.Words);

        Assert.True(walk.Edges > 1000);
        Assert.Empty(walk.Findings.Select(f => $"{SafetyRules.All[f.Invariant].Number}: {f.Fault}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_message_breaks_a_rule_where_a_person_can_join(bool sms)
    {
        var walk = await Walks.RunAsync(new Scene(Shipped.Library, "us", "en", sms, hub: true), 200, Depth.Words);

        Assert.Contains(walk.Nodes, n => n.Input?.Kind == InputKind.Hub);
        Assert.Empty(walk.Findings.Select(f => $"{SafetyRules.All[f.Invariant].Number}: {f.Fault}"));
    }

    [Fact]
    public void One_region_of_each_length_of_number_is_walked_whole_in_each_language()
    {
        var outings = Plan.Of(Shipped.Library, [], [], [false, true]);
        var whole = outings.Where(o => o.Depth == Depth.Whole).Select(o => o.Scene.Name);

        Assert.Equal(Shipped.Library.InAllLanguages().Count() * (Shipped.Library.Regions.Count + 1) * 2, outings.Length);
        Assert.Equal(["en/us/web+hub", "en/us/sms+hub", "es/us/web+hub", "es/us/sms+hub"], outings.Where(o => o.Scene.Hub).Select(o => o.Scene.Name));
        Assert.Equal(["en/unknown/sms", "en/unknown/web", "en/us/sms", "en/us/web", "es/unknown/sms", "es/unknown/web", "es/us/sms", "es/us/web"], whole.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_program_run_prints_its_counts_last()
    {
        var output = new StringWriter();
        var order = new PathsOrder(Plan.Of(Shipped.Library, ["us"], ["en"], [true]), 50);
        var broken = await order.RunAsync(Shipped.Reader, output, TextWriter.Null, TimeProvider.System, CancellationToken.None);

        var last = output.ToString().TrimEnd().Split('\n')[^1];
        Assert.Equal(0, broken);
        Assert.Matches(@"^paths: 2 scenes, \d+ states, \d+ edges, \d+ invariants, \d+ texts, 0 violations, \d+ s\r?$", last);
    }
}
