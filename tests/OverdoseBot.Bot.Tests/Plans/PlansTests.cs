using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.Bot.Tests.Plans;

/// <summary>The household plan by text: any words are the answer, and nothing in them is heard but what cannot wait.</summary>
public sealed class PlansTests
{
    [Theory]
    [InlineData("plan/home", "Mom and Dad at night, I sleep there too")]
    [InlineData("plan/home", "nobody")]
    [InlineData("plan/home", "none")]
    [InlineData("plan/calls", "Ana calls 911")]
    [InlineData("plan/calls", "me")]
    [InlineData("plan/gives", "Dad gives the spray")]
    [InlineData("plan/gives", "no one has a kit yet")]
    [InlineData("plan/meets", "my sister waits at the door, then the crew comes in")]
    [InlineData("plan/address", "12 Blue Street, door code 1234")]
    [InlineData("plan/address", "4 Grey Lane, London, blue door, skip the front one")]
    [InlineData("plan/address", "Calle Mayor 5, tercer piso, la clave es 4711")]
    [InlineData("plan/kit", "top kitchen drawer, narcan")]
    [InlineData("plan/takes", "heroin, the blue pills, 2 beers")]
    [InlineData("plan/phone", "Rosa 555-0134, she only speaks spanish")]
    [InlineData("plan/wants", "be woken up gently, no police, no hospital")]
    [InlineData("plan/wants", "שקט בבקשה, בלי צעקות")]
    [InlineData("plan/wants", "<b>talk</b> {emergency} softly")]
    public async Task Any_words_are_the_answer_and_nothing_else(string at, string text)
    {
        var before = Given.At(at, sms: true);
        var turn = await Shipped.Adapter().RunAsync(before, Given.Text(text), Given.Now);

        turn.Error.ShouldBeNull();
        turn.Record.Marks.Keys.ShouldBe(["heard"]);
        (turn.Record.Doses.Length, turn.Record.Language, turn.Record.Region, turn.Record.Product, turn.Record.Echo).ShouldBe((0, "en", "us", null, null));
        turn.OpinionIn.ShouldBeNull("a plan is shown to nobody");
        turn.Record.Stack[0].Step.ShouldNotBe(before.Stack[0].Step);
        if (at == "plan/wants")
        {
            turn.Outgoing[0].Text.ShouldBe("To know or do: " + text);
        }
        else
        {
            turn.Record.Plan!.Answers[before.Stack[0].Step].ShouldBe(text);
        }
    }

    [Theory]
    [InlineData("he has epilepsy and seizures", "plan/now", "respond/wake")]
    [InlineData("asthma, short of breath at times", "plan/now", "respond/wake")]
    [InlineData("I take methadone 60 mg every day", "plan/me", "respond/self")]
    public async Task What_may_be_of_any_day_is_asked_and_the_plan_goes_on_where_it_was(string text, string asked, string real)
    {
        var begun = Given.At("plan/takes", sms: true) with
        {
            Plan = HomePlan.Begun(Given.Now) with { Answers = HomePlan.Begun(Given.Now).Answers.SetItem("home", "Mom").SetItem("calls", "").SetItem("gives", "Ana").SetItem("meets", "Dad").SetItem("address", "a").SetItem("kit", "b") },
        };
        var turn = await Shipped.Adapter().RunAsync(begun, Given.Text(text), Given.Now);
        Step(turn).ShouldBe(asked);
        turn.Outgoing[^1].Text.ShouldContain("911");
        turn.Record.Has("seizure").ShouldBeFalse();

        var no = await Shipped.Adapter().RunAsync(turn.Record, Given.Text("no"), Given.Now);
        Step(no).ShouldBe("plan/phone");
        no.Record.Plan!.Answers["takes"].ShouldBe(text);

        foreach (var yes in new[] { "yes", "now", "NOW" })
        {
            var now = await Shipped.Adapter().RunAsync(turn.Record, Given.Text(yes), Given.Now);
            Step(now).ShouldBe(real);
            now.Record.Plan.ShouldBeNull();
            now.ErasesSince.ShouldBe(Given.Now);
        }
    }

    [Fact]
    public async Task A_clock_that_is_set_back_leaves_no_answer_behind()
    {
        var back = Given.Now - TimeSpan.FromHours(1);
        var first = await Shipped.Adapter().RunAsync(Given.At("plan/home", sms: true), Given.Text("Mom"), Given.Now);
        var second = await Shipped.Adapter().RunAsync(first.Record, Given.Text("Dad calls"), back);
        var real = await Shipped.Adapter().RunAsync(second.Record, Given.Text("he is not breathing"), back + TimeSpan.FromMinutes(1));

        first.Record.Plan!.Since.ShouldBe(Given.Now);
        (real.Record.Plan, real.ErasesSince).ShouldBe((null, back));
    }

    [Theory]
    [InlineData("skip", "plan/phone", "")]
    [InlineData("SKIP", "plan/phone", "")]
    [InlineData("how", "plan/takes", null)]
    [InlineData("why do you need this", "plan/takes", null)]
    [InlineData("I want to talk to a person", "plan/takes", null)]
    [InlineData("start over", "respond/start", null)]
    [InlineData("", "plan/phone", null)]
    [InlineData("\u202E", "plan/phone", null)]
    public async Task What_is_asked_of_us_is_no_answer(string text, string to, string? kept)
    {
        var turn = await Shipped.Adapter().RunAsync(Given.At("plan/takes", sms: true), Given.Text(text), Given.Now);

        Step(turn).ShouldBe(to);
        turn.Record.Plan?.Answers.GetValueOrDefault("takes").ShouldBe(kept);
    }

    [Fact]
    public async Task A_very_long_answer_is_cut_where_they_can_see_it()
    {
        var turn = await Shipped.Adapter().RunAsync(Given.At("plan/wants", sms: true), Given.Text(string.Concat(Enumerable.Repeat("talk softly ", 100))), Given.Now);

        turn.Outgoing.Select(m => m.Text).ShouldContain(t => t.StartsWith("To know or do: ", StringComparison.Ordinal) && t.EndsWith("...", StringComparison.Ordinal));
        turn.Outgoing.ShouldAllBe(m => Scripts.Gsm7.Septets(m.Text) <= 160);
    }

    [Theory]
    [InlineData("go")]
    [InlineData("yes")]
    public async Task Where_a_page_makes_it_the_chat_asks_nothing_and_shows_the_way_there(string text)
    {
        var turn = await Shipped.Adapter().RunAsync(Given.At("plan/start"), Given.Text(text), Given.Now);

        Step(turn).ShouldBe("plan/start");
        var link = turn.Outgoing.Single().SuggestedActions.Actions.Single();
        (link.Type, link.Value).ShouldBe((ActionTypes.OpenUrl, "/plan?region=us&language=en"));
    }

    [Fact]
    public async Task By_text_nobody_is_sent_to_a_page()
    {
        var turn = await Shipped.Adapter().RunAsync(Given.At("plan/start", sms: true), Given.Text("go"), Given.Now);

        Step(turn).ShouldBe("plan/home");
        turn.Outgoing.Single().SuggestedActions.ShouldBeNull();
    }

    private static string? Step(TurnResult turn) => (string?)((JObject)turn.Outgoing[^1].ChannelData)["guide"]!["step"];
}
