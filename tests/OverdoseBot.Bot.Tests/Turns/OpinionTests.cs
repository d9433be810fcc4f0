using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Channels;

namespace OverdoseBot.Bot.Tests.Turns;

/// <summary>Another opinion on how distressed a message is: it can add the offer of a person and nothing else.</summary>
public sealed class OpinionTests
{
    private static readonly DateTimeOffset _comes = Given.Now.AddSeconds(2);

    [Fact]
    public async Task In_an_emergency_the_person_is_the_dispatcher_and_the_step_stays_on_the_screen()
    {
        var heard = await HearAsync("respond/wake", "there is nobody here but me");
        var offer = (await OpineAsync(heard.Record)).Outgoing.ShouldHaveSingleItem();

        offer.Text.ShouldBe("Call 911. Talk to the 911 person. They are with you.");
        Buttons(offer).ShouldBe(Buttons(heard.Outgoing[^1]));
        Buttons(offer).ShouldContain("I am calling");
        ((JObject)((JObject)offer.ChannelData)["guide"]!).Remove("offer").ShouldBeTrue("a page keeps the step on the screen");
        Guide(offer).ShouldBe(Guide(heard.Outgoing[^1]));
    }

    [Fact]
    public async Task On_SMS_it_is_one_short_text_of_its_own()
    {
        var heard = await HearAsync("respond/compressions", "there is nobody here but me", sms: true);
        var offer = (await OpineAsync(heard.Record)).Outgoing.ShouldHaveSingleItem();

        offer.Text.ShouldBe("Call 911. Talk to the 911 person. They are with you.");
        Scripts.Gsm7.FitsOne(offer.Text).ShouldBeTrue();
        offer.SuggestedActions.ShouldBeNull();
    }

    [Fact]
    public async Task In_calm_time_it_is_a_line_that_can_be_tapped()
    {
        var awake = (await HearAsync("respond/wake", "she woke up and talks")).Record;
        var heard = await Shipped.Adapter().RunAsync(awake with { Stack = [new Frame("after", "start", null)] }, Given.Text("i keep seeing it"), Given.Now.AddMinutes(1));
        var calm = heard.Record with { Marks = heard.Record.Marks.Add("calm-time", new Mark(Given.Now, Given.Now)), Told = heard.Record.Told.Clear() };

        var offer = (await OpineAsync(calm, Given.Now.AddMinutes(1))).Outgoing.ShouldHaveSingleItem();

        offer.Text.ShouldContain("988");
        ((string?)((JObject)offer.ChannelData)["guide"]!["line"]!["call"]).ShouldBe("988");
    }

    [Fact]
    public async Task It_changes_nothing_but_when_the_offer_was_made()
    {
        var before = (await HearAsync("respond/breathing", "there is nobody here but me")).Record;
        var result = await OpineAsync(before);

        result.Outgoing.ShouldHaveSingleItem();
        (result.Record with { Told = before.Told }).ShouldBe(before);
        result.Record.Told["human-line"].ShouldBe(_comes);
        result.NextDue.ShouldBe(before.Alarms[0].Due);
    }

    [Fact]
    public async Task It_is_offered_once_in_five_minutes_whoever_offered_before()
    {
        var heard = (await HearAsync("respond/wake", "there is nobody here but me")).Record;
        var offered = (await OpineAsync(heard)).Record;
        var scared = (await HearAsync("respond/wake", "im so scared")).Record;
        var harm = (await HearAsync("respond/wake", "i want to die")).Record;

        foreach (var record in new[] { offered, scared, harm })
        {
            (await OpineAsync(record)).ShouldSatisfyAllConditions(r => r.Outgoing.ShouldBeEmpty(), r => r.Record.ShouldBe(record));
        }

        var later = await Shipped.Adapter().RunAsync(offered, Given.Text("still nobody here"), Given.Now.AddMinutes(6));
        later.OpinionIn.ShouldBe("en");
        (await OpineAsync(later.Record, Given.Now.AddMinutes(6))).Outgoing.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("dispatcher-leading")]
    [InlineData("crew-here")]
    public async Task Dispatcher_and_crew_are_people_enough(string fact)
    {
        var record = Given.At("respond/breathing") with { Marks = Given.At("respond/breathing").Marks.Add(fact, new Mark(Given.Now, Given.Now)) };

        (await OpineAsync(record)).ShouldSatisfyAllConditions(r => r.Outgoing.ShouldBeEmpty(), r => r.Record.ShouldBe(record));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_was_handed_over_to_is_person_enough(bool here)
    {
        var record = Given.At("respond/breathing") with { Hub = true, Handoff = new Handoff("1", Given.Now, here) };

        (await OpineAsync(record)).ShouldSatisfyAllConditions(r => r.Outgoing.ShouldBeEmpty(), r => r.ToHub.ShouldBeEmpty(), r => r.Record.ShouldBe(record));
    }

    [Fact]
    public async Task A_case_that_has_ended_and_a_chat_that_never_began_stay_silent()
    {
        foreach (var record in new[] { Given.At("respond/breathing") with { Ended = true }, Given.Fresh(), Given.Fresh(sms: true) })
        {
            (await OpineAsync(record)).ShouldSatisfyAllConditions(r => r.Outgoing.ShouldBeEmpty(), r => r.Record.ShouldBe(record), r => r.NextDue.ShouldBeNull());
        }
    }

    [Fact]
    public async Task An_opinion_about_an_older_message_is_dropped()
    {
        var first = (await HearAsync("respond/wake", "there is nobody here but me")).Record;
        var second = (await Shipped.Adapter().RunAsync(first, Given.Text("ok"), Given.Now.AddSeconds(1))).Record;

        (await OpineAsync(second, Given.Now)).Outgoing.ShouldBeEmpty();
        (await OpineAsync(second, Given.Now.AddSeconds(1))).Outgoing.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"distress\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "distress": true }""")]
    [InlineData("""{ "distress": false, "heard": 1773496800000 }""")]
    [InlineData("""{ "distress": "true", "heard": 1773496800000 }""")]
    [InlineData("""{ "distress": 1, "heard": 1773496800000 }""")]
    [InlineData("""{ "distress": true, "heard": "1773496800000" }""")]
    [InlineData("""{ "distress": true, "heard": 99999999999999999999999999 }""")]
    [InlineData("""{ "distress": true, "heard": null }""")]
    [InlineData("""{ "distress": [true], "heard": [1773496800000] }""")]
    public async Task What_is_no_opinion_says_nothing(string value)
    {
        Given.Now.ToUnixTimeMilliseconds().ShouldBe(1773496800000);
        var record = Given.At("respond/breathing");
        var inbound = Given.Activity(ActivityTypes.Event, a => (a.Name, a.Value) = (OverdoseResponseBot.OpinionEvent, JToken.Parse(value)));

        var result = await Shipped.Adapter().RunAsync(record, inbound, _comes);

        (result.Error, result.Record).ShouldBe((null, record));
        result.Outgoing.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_offer_that_fails_is_not_made_and_repeats_nothing()
    {
        var before = (await HearAsync("respond/wake", "there is nobody here but me")).Record;
        var adapter = (TurnAdapter)Shipped.Adapter().Use(new FailsAtTheEnd());

        var result = await adapter.RunAsync(before, Opinion.Of(Given.Now), _comes);

        result.Error.ShouldBeOfType<InvalidTimeZoneException>();
        result.Outgoing.ShouldBeEmpty();
        (result.Record, result.NextDue).ShouldBe((before, before.Alarms[0].Due));
    }

    [Theory]
    [InlineData("there is nobody here but me", "en")]
    [InlineData("no hay nadie aqui conmigo", "es")]
    [InlineData("asdf", "en")]
    [InlineData("im so scared", null)]
    [InlineData("i want to die", null)]
    [InlineData("4", null)]
    [InlineData("??", null)]
    [InlineData("", null)]
    [InlineData("ambulance is here", null)]
    [InlineData("the dispatcher is telling me what to do", null)]
    [InlineData("i want to talk to a person", null)]
    public async Task An_opinion_is_wanted_where_calm_words_could_lead_to_an_offer(string text, string? language) =>
        (await HearAsync("respond/wake", text)).OpinionIn.ShouldBe(language);

    [Fact]
    public async Task Nobody_is_asked_about_a_tap_a_clock_a_greeting_or_an_opinion()
    {
        var record = Given.At("respond/wake");
        Activity[] others = [Given.Tap("respond/wake", "not-waking"), Given.Tap("respond/start", "me"), Clock.Ring(), Given.Hello(), Opinion.Of(Given.Now), Given.Text(null)];
        foreach (var inbound in others)
        {
            (await Shipped.Adapter().RunAsync(record, inbound, _comes)).OpinionIn.ShouldBeNull();
        }
    }

    private static Task<TurnResult> HearAsync(string place, string text, bool sms = false) =>
        Shipped.Adapter().RunAsync(Given.At(place, sms) with { LastHeard = null }, Given.Text(text), Given.Now);

    private static Task<TurnResult> OpineAsync(CaseRecord record, DateTimeOffset? heard = null) =>
        Shipped.Adapter().RunAsync(record, Opinion.Of(heard ?? Given.Now), heard is { } at ? at.AddSeconds(2) : _comes);

    private static string[] Buttons(Activity message) => [.. message.SuggestedActions.Actions.Select(a => a.Title)];

    private static string Guide(Activity message) => ActivityJson.Write(new Activity { ChannelData = message.ChannelData });

    private sealed class FailsAtTheEnd : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            await next(cancellationToken);
            throw new InvalidTimeZoneException();
        }
    }
}
