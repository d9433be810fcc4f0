using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot.Tests.Practising;

/// <summary>A practice is never taken for real, and nothing real for a practice (safety rule 9).</summary>
public sealed class PracticeTests
{
    private static readonly string[] _good = ["called", "not-waking", "slow", "kit-here", "nasal", "dose-given"];

    public static TheoryData<string, string, bool> Scenarios()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var (scenario, library, sms) in
            from s in Shipped.Library.Drills!.Scenarios
            from l in Shipped.Library.InAllLanguages()
            from f in (bool[])[false, true]
            select (s.Name, l.Language, f))
        {
            data.Add(scenario, library, sms);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Every_message_is_marked_and_a_text_is_one_segment(string scenario, string language, bool sms)
    {
        var one = await Practise.BeginAsync(scenario, quick: true, sms, language);
        var drills = Shipped.Library.In(language).Drills!;
        var (mark, most) = (drills.Marker, 40);
        foreach (var answer in _good)
        {
            Check();
            if (one.Record.Drill is not null)
            {
                await one.TapAsync(answer);
            }
        }

        for (; one.Record.Drill is not null && most > 0; most--)
        {
            Check();
            await one.RingAsync();
        }

        most.ShouldBePositive();
        one.Record.Stack[0].ShouldBe(new Frame("drill", "done", null));

        void Check()
        {
            one.Sent.ShouldNotBeEmpty();
            foreach (var message in one.Sent.Where(_ => one.Record.Drill is not null))
            {
                message.Text.ShouldStartWith(mark + " ");
                ((string)((JObject)message.ChannelData!)["guide"]!["kind"]!).ShouldBe("drill");
                (sms && !Gsm7.FitsOne(message.Text)).ShouldBeFalse(message.Text);
                message.Text.ShouldNotContain(language == "es" ? "Llama ya" : "Call 911", Case.Sensitive);
            }
        }
    }

    [Fact]
    public async Task Bad_news_in_words_gets_the_way_out_and_the_second_takes_it()
    {
        var one = await Practise.BeginAsync();

        await one.WriteAsync("she stopped breathing");
        one.Said.ShouldBe("PRACTICE. If this is real and now: call 911. Type REAL. If it is practice, tap a button.");
        one.Sent[^1].SuggestedActions.Actions.Select(a => a.Title).ShouldContain("Not waking");
        await one.TapAsync("not-waking");
        one.Record.Drill.ShouldNotBeNull();

        await one.WriteAsync("i mean it shes blue and not breathing");
        one.Record.Drill.ShouldBeNull();
        one.Record.Stack[0].ShouldBe(new Frame("respond", "compressions", null));
        one.Said.ShouldStartWith("Call 911 now, on speaker.");
        one.Said.ShouldNotContain("PRACTICE");
    }

    [Theory]
    [InlineData("real", "respond/wake")]
    [InlineData("THIS IS REAL", "respond/wake")]
    [InlineData("this is real he is not breathing", "respond/compressions")]
    [InlineData("i took too much", "respond/self")]
    [InlineData("i want to die", "drill/choose")]
    public async Task What_is_real_is_heard_in_the_same_reply(string text, string place)
    {
        var one = await (await Practise.BeginAsync()).WriteAsync(text);

        one.Record.Drill.ShouldBeNull();
        one.Record.Stack[0].ShouldBe(new Frame(Place.Parse(place).Dialog, Place.Parse(place).Step, null));
        one.Said.ShouldContain(place == "drill/choose" ? "988" : "Call 911 now, on speaker.");
    }

    [Fact]
    public async Task The_real_call_button_ends_it()
    {
        var one = await (await Practise.BeginAsync()).DoAsync(Given.Activity(ActivityTypes.Event, a => a.Name = OverdoseResponseBot.CallTappedEvent));

        one.Record.Drill.ShouldBeNull();
        one.Said.ShouldStartWith("Call 911 now, on speaker. Shout their name.");
    }

    [Fact]
    public async Task A_button_from_before_the_practice_is_real()
    {
        var one = await (await Practise.BeginAsync()).DoAsync(Given.Tap("respond/start", "none"));

        one.Record.Drill.ShouldBeNull();
        one.Record.Stack[0].Step.ShouldBe("compressions");
    }

    [Fact]
    public async Task A_button_of_a_practice_that_is_over_says_nothing_about_anybody()
    {
        var one = await (await Practise.BeginAsync()).WriteAsync("finish");
        one.Record.Stack[0].ShouldBe(new Frame("drill", "done", null));

        await one.TapAsync("none");
        one.Record.Stack[0].ShouldBe(new Frame("drill", "done", null));
        one.Said.ShouldNotContain("Push");
    }

    [Theory]
    [InlineData("blorp", "PRACTICE. If this is real")]
    [InlineData("", "PRACTICE. If this is real")]
    [InlineData("not waking", "PRACTICE. If this is real")]
    [InlineData("4", "PRACTICE. Say aloud: I am calling 911. Lay them on their back.")]
    [InlineData("8", "PRACTICE. Say aloud: I am calling 911. Lay them on their back.")]
    [InlineData("i am calling", "PRACTICE. Shout their name.")]
    public async Task Digits_and_calm_answers_are_practice_and_the_rest_may_be_real(string text, string begins)
    {
        var one = await (await Practise.BeginAsync()).WriteAsync(text);

        one.Record.Drill.ShouldNotBeNull();
        one.Said.ShouldStartWith(begins);
    }

    [Fact]
    public async Task Nothing_that_was_played_is_known_afterwards()
    {
        var one = await Practise.BeginAsync("child");
        foreach (var answer in _good)
        {
            await one.TapAsync(answer);
        }

        one.Record.Drill!.Case.Doses.ShouldHaveSingleItem();
        (one.Record.Doses.IsEmpty, one.Record.Has("called"), one.Record.Has("child")).ShouldBe((true, false, false));
        await one.WriteAsync("real");
        (one.Record.Doses.IsEmpty, one.Record.Has("called"), one.Record.Has("child")).ShouldBe((true, false, false));
        one.Said.ShouldStartWith("Call 911 now, on speaker.");
    }

    [Theory]
    [InlineData(false, 120)]
    [InlineData(true, 12)]
    public async Task The_look_comes_by_the_clock_or_at_once(bool quick, int seconds)
    {
        var one = await Practise.BeginAsync(quick: quick);
        foreach (var answer in _good)
        {
            await one.TapAsync(answer);
        }

        (await one.RingAsync()).ShouldBe(TimeSpan.FromSeconds(seconds));
        one.Said.ShouldStartWith("PRACTICE. Time to look at the chest.");
        one.Said.ShouldContain("he breathes on his own now");
    }

    [Fact]
    public async Task The_beat_the_clock_and_the_real_number_go_with_it()
    {
        var one = await Practise.BeginAsync();
        foreach (var answer in _good)
        {
            await one.TapAsync(answer);
        }

        (((string)one.Guide["call"]!), (string)one.Guide["pace"]!["kind"]!).ShouldBe(("911", "breaths"));
        DateTimeOffset.Parse((string)one.Guide["clock"]!["due"]!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(one.Record.Alarms[0].Due);
        one.Guide["drill"]!.ToString(Newtonsoft.Json.Formatting.None).ShouldBe("""{"scenario":"snoring","quick":false}""");
    }

    [Fact]
    public async Task Scripts_that_know_the_scenario_no_more_go_on_with_the_fallback()
    {
        var one = await Practise.BeginAsync();
        one = new Practise(one.Record with { Drill = one.Record.Drill! with { Scenario = "gone" } });

        await one.TapAsync("not-waking");

        one.Record.Drill.ShouldBeNull();
        one.Sent.ShouldNotBeEmpty();
    }
}
