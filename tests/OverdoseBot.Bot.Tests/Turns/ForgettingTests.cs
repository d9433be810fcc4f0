using Microsoft.Bot.Schema;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot.Tests.Turns;

/// <summary>What a turn forgets, and what it must not.</summary>
public sealed class ForgettingTests
{
    private static readonly DateTimeOffset _given = Given.Now.AddSeconds(-30);

    [Theory]
    [InlineData("respond/wake")]
    [InlineData("respond/breathing")]
    [InlineData("respond/breaths")]
    [InlineData("respond/compressions")]
    [InlineData("respond/re-check")]
    [InlineData("respond/recovery-position")]
    [InlineData("respond/handover")]
    [InlineData("naloxone/kind")]
    [InlineData("naloxone/spray")]
    [InlineData("respond/start")]
    public async Task In_an_open_case_the_step_the_marks_and_the_clocks_stay(string at)
    {
        var before = Given.At(at).With(["heard", "infant"], _given) with { Doses = [_given] };
        var told = await Shipped.Adapter().RunAsync(before, Given.Text("ok"), Given.Now);

        var asked = await Shipped.Adapter().RunAsync(before, Given.Text("forget me"), Given.Now);

        (asked.Error, asked.Forgets, asked.ErasesSince, asked.OpinionIn).ShouldBe((null, Forgets.Words, DateTimeOffset.UnixEpoch, null));
        asked.Record.Stack.ShouldBe(before.Stack);
        asked.Record.Alarms.ShouldBe(told.Record.Alarms);
        (asked.Record.Doses.Single(), asked.Record.Has("infant"), asked.Record.Forget, asked.Record.Echo).ShouldBe((_given, true, true, null));
        string.Concat(asked.Outgoing.Select(a => a.Text)).ShouldContain("What you wrote is deleted. The rest goes when this is over.");
    }

    [Theory]
    [InlineData("prepare/start")]
    [InlineData("kit/date")]
    [InlineData("learn/high")]
    [InlineData("plan/address")]
    [InlineData("quiz/lips")]
    [InlineData("drill/choose")]
    [InlineData("after/grief")]
    [InlineData("after/forgotten")]
    public async Task Elsewhere_all_goes(string at)
    {
        var before = Given.At(at, sms: true).With(["heard", "infant", "calm-time"], _given) with { Doses = [_given], Product = "narcan" };

        var asked = await Shipped.Adapter().RunAsync(before, Given.Text("forget me"), Given.Now);

        (asked.Error, asked.Forgets, asked.ErasesSince, asked.NextDue).ShouldBe((null, Forgets.All, DateTimeOffset.UnixEpoch, null));
        asked.Record.Top().ShouldBe(new Place("after", "forgotten"));
        asked.Record.Marks.Keys.ShouldBe(["calm-time"]);
        (asked.Record.Doses.Length, asked.Record.Product, asked.Record.LastHeard, asked.Record.Undo).ShouldBe((0, null, null, null));
        asked.Outgoing.ShouldHaveSingleItem().Text.ShouldContain("911");
    }

    [Fact]
    public async Task At_the_first_question_all_goes_only_while_nothing_else_is_told()
    {
        var start = Given.At("respond/start") with { LastHeard = null };

        var asked = await Shipped.Adapter().RunAsync(start, Given.Text("forget me"), Given.Now);
        (asked.Forgets, asked.Record.Top(), asked.Record.Forget, asked.Record.Marks.Count, asked.NextDue).ShouldBe((Forgets.All, new Place("respond", "start"), false, 0, null));

        var news = await Shipped.Adapter().RunAsync(start, Given.Text("forget me, my friend is awake but sick"), Given.Now);
        (news.Forgets, news.Record.Forget).ShouldBe((Forgets.Words, true));
        var goesOn = await Shipped.Adapter().RunAsync(asked.Record with { Forget = true, CallAsked = 1 }, Given.Text("qwxz"), Given.Now);
        (goesOn.Forgets, goesOn.Record.Top(), goesOn.Record.CallAsked, goesOn.NextDue is null).ShouldBe((Forgets.Nothing, new Place("respond", "wake"), 2, false));
    }

    [Fact]
    public async Task Wrong_button_does_not_take_the_wish_back()
    {
        var asked = await Shipped.Adapter().RunAsync(Given.At("respond/breathing").With(["heard"], _given), Given.Text("delete my messages"), Given.Now);

        var back = await Shipped.Adapter().RunAsync(asked.Record, Given.Text("wrong button"), Given.Now);

        back.Record.Forget.ShouldBeTrue();
    }

    [Fact]
    public async Task A_person_who_joined_stays_in_an_open_case_and_is_told_when_all_is_over()
    {
        var before = Given.At("respond/breathing").With(["heard"], _given) with { Hub = true, Handoff = new Handoff("7", _given, Here: true) };

        var asked = await Shipped.Adapter().RunAsync(before, Given.Text("forget me"), Given.Now);
        asked.Record.Handoff.ShouldNotBeNull();
        asked.Outgoing[^1].Text.ShouldContain("The person is in this chat. They read what you write.");
        var over = await Shipped.Adapter().RunAsync(asked.Record, Given.Text("the crew has taken over"), Given.Now);

        over.Record.Handoff.ShouldBeNull();
        over.Outgoing.ShouldNotContain(a => a.Text.Contains("The person is in this chat"));
        over.ToHub.ShouldContain(a => a.Type == ActivityTypes.EndOfConversation);
        (over.Forgets, over.Record.Top()).ShouldBe((Forgets.All, new Place("after", "start")));
    }

    [Fact]
    public async Task A_new_case_after_it_deletes_what_was_left()
    {
        var before = Given.At("respond/breathing").With(["heard"], _given) with { Forget = true, LastHeard = Given.Now - TimeSpan.FromHours(7) };

        var late = await Shipped.Adapter().RunAsync(before, Given.Text("he is blue"), Given.Now);

        (late.ErasesSince, late.Forgets, late.Record.Forget).ShouldBe((DateTimeOffset.UnixEpoch, Forgets.Nothing, false));
    }
}
