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
        var edge = await new Driver(scene, Walks.Ear).RunAsync(greeted.After, input, greeted.Now + Driver.Pause, null);
        var rule = new FaultIsSafe();

        Assert.NotNull(edge.Error);
        Assert.Null(rule.Check(edge));
        Assert.NotNull(rule.Check(edge with { After = edge.After with { CallAsked = 2 } }));
        Assert.NotNull(rule.Check(With(edge, edge.Sent[0] with { Text = "Something went wrong." })));
        Assert.NotNull(rule.Check(With(edge, edge.Sent[0] with { Step = "respond/wake" })));
    }

    [Fact]
    public async Task A_tap_on_the_call_button_that_speaks_moves_on_or_delays_a_clock_is_found()
    {
        var scene = Walks.Scene(Shipped.Library, sms: false);
        var now = DateTimeOffset.UnixEpoch;
        var pushing = new CaseRecord
        {
            Region = "us",
            Language = "en",
            Stack = [new Frame("respond", "compressions", null)],
            LastHeard = now,
            Entered = now,
            Doses = [now],
            Alarms = [new SetAlarm(AlarmKind.Clock, "re-dose", now + TimeSpan.FromMinutes(2))],
        };
        var edge = await new Driver(scene, Walks.Ear).RunAsync(pushing, PathInput.CallTap, now + Driver.Pause, null);
        var said = (await GreetAsync()).Sent[0];
        var clock = edge.After.Alarms.Single(a => a.Kind == AlarmKind.Clock);
        var rule = new CallTapWaits();

        Assert.Null(rule.Check(edge));
        Assert.NotNull(rule.Check(With(edge, said)));
        Assert.NotNull(rule.Check(edge with { After = edge.After with { Stack = [new Frame("respond", "breaths", null)] } }));
        Assert.NotNull(rule.Check(edge with { After = edge.After with { Alarms = [] } }));
        Assert.NotNull(rule.Check(edge with { After = edge.After with { Alarms = [clock with { Due = clock.Due + TimeSpan.FromSeconds(1) }] } }));
    }

    [Fact]
    public async Task An_opinion_that_changes_tells_or_asks_anything_is_found()
    {
        var greeted = await GreetAsync();
        var driver = new Driver(greeted.Scene, Walks.Ear);
        var waking = await driver.RunAsync(greeted.After, new PathInput(InputKind.Text, "", [], "not waking up", null, null), greeted.Now + Driver.Pause, null);
        var edge = await driver.RunAsync(waking.After, PathInput.Opinion(waking.After.LastHeard), waking.Now + Driver.Pause, null);
        var (rule, offer, ask) = (new OpinionOnlyOffers(), edge.Sent[0], edge.Scene.Library.CallLine.Ask);

        Assert.Null(rule.Check(edge));
        Assert.NotEqual(edge.Before.Told, edge.After.Told);
        Assert.NotNull(rule.Check(edge with { After = edge.After with { SilentSince = edge.Now } }));
        Assert.NotNull(rule.Check(edge with { After = edge.After with { CallAsked = edge.After.CallAsked + 1 } }));
        Assert.NotNull(rule.Check(edge with { After = edge.After with { Alarms = [] } }));
        Assert.NotNull(rule.Check(With(edge, offer with { Text = offer.Text + " Push hard and fast in the middle of the chest." })));
        Assert.NotNull(rule.Check(new Edge(edge.Scene, edge.Before, edge.Input, edge.Now, edge.After, [offer, offer], null)));
        Assert.NotNull(rule.Check(new Edge(edge.Scene, edge.Before, edge.Input, edge.Now, edge.After, [], null)));
        var unasked = edge.Before with { Shown = null };
        Assert.NotNull(rule.Check(new Edge(
            edge.Scene, unasked, edge.Input, edge.Now, edge.After with { Shown = null }, [offer with { Buttons = [(ask.Answer, ask.Web)] }], null)));
    }

    [Fact]
    public async Task Distress_that_moves_a_clock_counts_or_takes_the_beat_is_found()
    {
        var greeted = await GreetAsync();
        var driver = new Driver(greeted.Scene, Walks.Ear);
        var waking = await driver.RunAsync(greeted.After, new PathInput(InputKind.Text, "", [], "not waking up", null, null), greeted.Now + Driver.Pause, null);
        var panic = new PathInput(InputKind.Text, "", ["distress"], "im so scared", null, null);
        var at = waking.Now + Driver.Pause;
        var edge = await driver.RunAsync(waking.After, panic, at, null) with { Calm = await driver.RunAsync(waking.After, panic.Calm(waking.To!)!, at, null) };
        var rule = new DistressCostsNothing();

        Assert.True(rule.Applies(edge));
        Assert.Null(rule.Check(edge));
        Assert.NotNull(rule.Check(edge with { After = edge.After with { Stack = [new Frame("respond", "wake", null)] } }));
        Assert.NotNull(rule.Check(edge with { After = edge.After with { Alarms = edge.Calm!.After.Alarms } }));
        Assert.NotNull(rule.Check(edge with { After = edge.After with { CallAsked = 2 } }));
        Assert.NotNull(rule.Check(edge with { After = edge.After with { Undo = null } }));
        Assert.NotNull(rule.Check(edge with { After = edge.After with { Doses = [edge.Now] } }));
        Assert.NotNull(rule.Check(edge with { After = edge.After.With(["compressions"], edge.Now) }));
        Assert.NotNull(rule.Check(With(edge, edge.Sent[0] with { Pace = "{}" }) with { Calm = edge.Calm }));
    }

    [Fact]
    public async Task A_hub_that_moves_a_step_or_a_clock_or_orders_something_is_found()
    {
        var driver = new Driver(new Scene(Shipped.Library, "us", "en", sms: false, hub: true), Walks.Ear);
        var pushing = await driver.RunAsync(new CaseRecord { Region = "us", Language = "en", Hub = true }, new PathInput(InputKind.Text, "", [], "not breathing", null, null), DateTimeOffset.UnixEpoch, null);
        var asked = await driver.RunAsync(pushing.After, new PathInput(InputKind.Text, "", ["human"], "i want to talk to a human", null, null), pushing.Now + Driver.Pause, null);
        var edge = await driver.RunAsync(asked.After, HubInputs.At(asked.After)[0], asked.Now + Driver.Pause, null);
        var rule = new HandOffBeside();

        Assert.True(rule.Applies(edge));
        Assert.True(edge.After.Handoff!.Here);
        Assert.Null(rule.Check(edge));
        Assert.NotNull(rule.Check(edge with { After = edge.After with { Alarms = [] } }));
        Assert.NotNull(rule.Check(edge with { After = edge.After with { LastHeard = edge.Now } }));
        Assert.NotNull(rule.Check(edge with { After = edge.After with { Stack = [new Frame("respond", "wake", null)] } }));
        Assert.NotNull(rule.Check(With(edge, edge.Sent[0] with { Text = "Push hard and fast in the middle of the chest." })));
        Assert.NotNull(rule.Check(new Edge(edge.Scene, edge.Before, edge.Input, edge.Now, edge.After, [], null)));
        var told = await driver.RunAsync(edge.After, new PathInput(InputKind.Text, "", ["woke"], "he woke up", null, null), edge.Now + Driver.Pause, null);
        var alike = told with { WithoutHub = told };
        Assert.Null(rule.Check(alike));
        Assert.NotNull(rule.Check(alike with { After = told.After with { Stack = edge.After.Stack } }));
        Assert.NotNull(rule.Check(alike with { After = told.After with { Alarms = [] } }));
    }

    [Fact]
    public async Task A_message_of_another_language_is_found()
    {
        var edge = await GreetAsync();
        var rule = new InTheirLanguage();

        Assert.Null(rule.Check(edge));
        Assert.NotNull(rule.Check(With(edge, edge.Sent[0] with { Locale = "es" })));
        Assert.NotNull(rule.Check(With(edge, edge.Sent[0] with { Text = "Llama ya al 911, en altavoz." })));
    }

    [Fact]
    public async Task A_turn_that_gives_something_else_when_run_again_is_found()
    {
        var edge = await GreetAsync();
        var rule = new SameAgain();

        Assert.False(rule.Applies(edge));
        Assert.Null(rule.Check(edge with { Again = edge }));
        Assert.NotNull(rule.Check(edge with { Again = With(edge, edge.Sent[0] with { Text = "Hello." }) }));
        Assert.NotNull(rule.Check(edge with { Again = edge with { After = edge.After with { CallAsked = 2 } } }));
    }

    [Fact]
    public async Task A_choice_of_the_page_that_is_not_taken_is_found()
    {
        var greeted = await GreetAsync();
        var edge = await new Driver(greeted.Scene, Walks.Ear).RunAsync(greeted.After, PathInput.Sets("uk", "en"), greeted.Now + Driver.Pause, null);
        var rule = new MovesKeepTheStep();

        Assert.Equal("uk", edge.Scene.Region.Id);
        Assert.Null(rule.Check(edge));
        Assert.NotNull(rule.Check(edge with { After = greeted.After }));
    }

    // Made anew: a copy would keep the text of the first.
    private static Edge With(Edge edge, Sent sent) => new(edge.Scene, edge.Before, edge.Input, edge.Now, edge.After, [sent], edge.Error);

    private static Task<Edge> GreetAsync()
    {
        var scene = Walks.Scene(Shipped.Library, sms: false);
        var record = scene.Fresh;
        return new Driver(scene, Walks.Ear).RunAsync(record, PathInput.Opens, DateTimeOffset.UnixEpoch, null);
    }
}
