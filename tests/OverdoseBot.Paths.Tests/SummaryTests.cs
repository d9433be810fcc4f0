namespace OverdoseBot.Paths.Tests;

/// <summary>The summary that is kept says where everything leads.</summary>
public sealed class SummaryTests
{
    private static readonly string _golden = Path.Combine(Shipped.Root, "tests", "paths", "summary.golden");

    [Fact]
    public async Task All_that_a_short_walk_sees_stands_in_the_summary()
    {
        var kept = (await File.ReadAllTextAsync(_golden)).Split('\n').SkipWhile(l => l != "en/us/web").TakeWhile(l => l.Length > 0).ToHashSet(StringComparer.Ordinal);
        var walk = await Walks.ShippedAsync(1500);

        Assert.True(Summary.Rows(walk).Count > 500);
        Assert.All(Summary.Rows(walk), r => Assert.Contains(r, kept));
    }

    [Fact]
    public async Task An_edit_shows_what_follows_from_it()
    {
        var before = Summary.Write([await Walks.ShippedAsync(100)]);
        var edited = Shipped.Library.Step("respond/wake", s => s.Leads("woke", "awake"));
        var after = Summary.Write([await Walks.RunAsync(edited, sms: false, 100)]);

        var differences = Summary.Differences(before, after);

        Assert.Contains("- en/us/web respond/wake: woke -> respond/unwell", differences);
        Assert.Contains("+ en/us/web respond/wake: woke -> respond/awake", differences);
        Assert.Empty(Summary.Differences(before, before));
    }
}
