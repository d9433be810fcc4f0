using OverdoseBot.Bot;

namespace OverdoseBot.Paths.Tests;

/// <summary>Rules that only the engine can break are shown failing on turns that are changed by hand.</summary>
public sealed class EngineRuleTests
{
    [Fact]
    public async Task A_message_without_the_number_to_call_is_found()
    {
        var edge = await GreetAsync();
        var rule = new CallButton();

        Assert.Null(rule.Check(edge));
        Assert.NotNull(rule.Check(With(edge, edge.Sent[0] with { Call = null })));
    }

    [Fact]
    public async Task A_message_of_another_step_is_found()
    {
        var edge = await GreetAsync();
        var rule = new GuideIsTop();

        Assert.Null(rule.Check(edge));
        Assert.NotNull(rule.Check(With(edge, edge.Sent[0] with { Step = "respond/wake" })));
    }

    [Fact]
    public async Task A_fault_that_changes_the_record_or_hides_the_number_is_found()
    {
        var greeted = await GreetAsync();
        var scene = greeted.Scene;
        var input = new PathInput(InputKind.Fault, "", [], "not waking up", null, null);
        var edge = await new Driver(scene, Shipped.Reader).RunAsync(greeted.After, input, greeted.Now + Driver.Pause, null);
        var rule = new FaultIsSafe();

        Assert.NotNull(edge.Error);
        Assert.Null(rule.Check(edge));
        Assert.NotNull(rule.Check(edge with { After = edge.After with { CallAsked = 2 } }));
        Assert.NotNull(rule.Check(With(edge, edge.Sent[0] with { Text = "Something went wrong." })));
        Assert.NotNull(rule.Check(With(edge, edge.Sent[0] with { Step = "respond/wake" })));
    }

    // Made anew: a copy would keep the text of the first.
    private static Edge With(Edge edge, Sent sent) => new(edge.Scene, edge.Before, edge.Input, edge.Now, edge.After, [sent], edge.Error);

    private static Task<Edge> GreetAsync()
    {
        var scene = Walks.Scene(Shipped.Library, sms: false);
        var record = new CaseRecord { Region = "us", Language = "en" };
        return new Driver(scene, Shipped.Reader).RunAsync(record, new PathInput(InputKind.Greet, "", [], null, null, null), DateTimeOffset.UnixEpoch, null);
    }
}
