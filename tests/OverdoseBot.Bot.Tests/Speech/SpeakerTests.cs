using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot.Tests.Speech;

public sealed class SpeakerTests
{
    [Fact]
    public void On_the_web_the_choices_are_buttons_of_the_last_card_that_send_the_step_and_the_answer()
    {
        var cards = Say(Given.At("respond/start"), "naloxone/spray");

        cards.Count.ShouldBe(3);
        cards.SkipLast(1).ShouldAllBe(c => c.SuggestedActions == null);
        var button = cards[^1].SuggestedActions.Actions[0];
        (button.Type, button.Title).ShouldBe((ActionTypes.MessageBack, "Spray given"));
        JToken.DeepEquals((JObject)button.Value, new JObject { ["step"] = "naloxone/spray", ["answer"] = "dose-given" }).ShouldBeTrue();
    }

    [Fact]
    public void On_SMS_the_choices_are_digits_and_there_are_no_buttons()
    {
        var text = Say(Given.At("respond/start", sms: true), "respond/breathing").ShouldHaveSingleItem();

        text.Text.ShouldContain("Reply 5 normal, 6 slow or snoring, 7 none or gasps, 8 unsure");
        text.SuggestedActions.ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_call_line_heads_the_message_until_calling_is_confirmed(bool sms)
    {
        Say(Given.At("respond/start", sms), "respond/breathing")[0].Text.ShouldStartWith("Call 911");
        Say(Given.At("respond/start", sms).With(["called"], Given.Now), "respond/breathing")[0].Text.ShouldNotContain("911");
    }

    [Fact]
    public void The_question_whether_they_are_calling_is_put_three_times_and_the_short_line_stays()
    {
        var record = Given.At("respond/start");
        var asked = new List<bool>();
        for (var i = 0; i < 5; i++)
        {
            var turn = new Turn(Shipped.Library, record, Given.Now);
            new Speaker(turn).Say(Shipped.Step("respond/breathing"));
            record = turn.Record;
            asked.Add(turn.Said[0].Composed.Choices.Any(c => c.Answer == "calling"));
            turn.Said[0].Composed.Texts[0].ShouldStartWith("Call 911");
        }

        asked.ShouldBe([true, true, true, false, false]);
    }

    [Fact]
    public void A_variant_is_said_when_its_fact_is_known() =>
        Say(Given.At("respond/start").With(["no-kit"], Given.Now), "respond/compressions")[0].Text.ShouldContain("Go on till help comes");

    [Fact]
    public void Every_step_of_every_script_speaks_on_SMS_in_single_texts()
    {
        foreach (var step in Shipped.Library.Scripts.Values.SelectMany(s => s.Steps))
        {
            foreach (var text in Say(Given.At("respond/start", sms: true), step.Place.ToString()))
            {
                Gsm7.FitsOne(text.Text).ShouldBeTrue($"{step.Place}: {text.Text}");
            }
        }
    }

    [Fact]
    public void Every_message_says_where_it_belongs_and_whom_to_call()
    {
        var guide = (JObject)((JObject)Say(Given.At("respond/start"), "respond/compressions")[0].ChannelData)["guide"]!;

        ((string?)guide["step"], (string?)guide["kind"], (string?)guide["call"]).ShouldBe(("respond/compressions", "emergency", "911"));
        ((string?)guide["pace"]!["kind"], (int)guide["pace"]!["perMinute"]!).ShouldBe(("compressions", 110));
    }

    [Fact]
    public void With_the_dispatcher_leading_the_beat_is_silent() =>
        ((JObject)((JObject)Say(Given.At("respond/start").With(["dispatcher-leading"], Given.Now), "respond/compressions")[0].ChannelData)["guide"]!)
            .ContainsKey("pace").ShouldBeFalse();

    private static List<Activity> Say(CaseRecord record, string place)
    {
        var turn = new Turn(Shipped.Library, record, Given.Now);
        new Speaker(turn).Say(Shipped.Step(place));
        return [.. Guide.Activities(turn).Cast<Activity>()];
    }
}
