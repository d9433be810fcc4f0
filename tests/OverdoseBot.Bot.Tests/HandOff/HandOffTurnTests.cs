using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot.Tests.HandOff;

/// <summary>The turns of a hand-off, with the record saved and loaded between every two.</summary>
public sealed class HandOffTurnTests
{
    private readonly TurnAdapter _adapter = Shipped.Adapter();
    private byte[] _kept = [];
    private DateTimeOffset _now = Given.Now;

    public HandOffTurnTests() => Keep(Given.At("respond/breathing") with { Hub = true });

    private CaseRecord Record => RecordJson.Read(_kept);

    [Fact]
    public async Task Talk_moves_no_clock_and_answers_no_question()
    {
        await ConnectAsync();
        var before = Record;
        foreach (var text in (string[])["ok", "thank you so much", "how are you", "asdf", "what do i say to her", "😀"])
        {
            _now += TimeSpan.FromSeconds(2);
            var result = await TakeAsync(Given.Text(text));
            result.Outgoing.ShouldBeEmpty(text);
            result.ToHub.ShouldHaveSingleItem().Text.ShouldBe(text);
            Clocks(Record).ShouldBe(Clocks(before), text);
            (Record.SilentSince, Record.Silences, Record.PromptsSent, Record.Entered).ShouldBe((before.SilentSince, before.Silences, before.PromptsSent, before.Entered));
        }

        Record.Alarms.Single(a => a.Kind == AlarmKind.End).Due.ShouldBe(_now + TimeSpan.FromHours(1));

        // The silence of the step rings when it would have, and counts as the worse answer as ever.
        _now = Record.Alarms[0].Due;
        (await TakeAsync(Clock.Ring())).Outgoing.ShouldHaveSingleItem().Text.ShouldContain("If they still");
    }

    [Theory]
    [InlineData("not sure", "respond/compressions")]
    [InlineData("slow", "respond/breaths")]
    [InlineData("shes not breathing", "respond/compressions")]
    [InlineData("ambulance is here", "respond/handover")]
    public async Task An_answer_or_a_fact_moves_the_step_and_is_passed_on(string text, string step)
    {
        await ConnectAsync();
        var result = await TakeAsync(Given.Text(text));
        result.ToHub.ShouldHaveSingleItem().Text.ShouldBe(text);
        ((string)((JObject)result.Outgoing[0].ChannelData)["guide"]!["step"]!).ShouldBe(step);
    }

    [Fact]
    public async Task A_tap_is_an_answer_and_its_words_are_passed_on()
    {
        await ConnectAsync();
        var tap = Given.Tap("respond/wake", "woke");
        tap.Text = "They woke up";
        var stale = await TakeAsync(tap);
        stale.Outgoing.ShouldNotBeEmpty("a button of an old step is answered as ever");
        stale.ToHub.ShouldHaveSingleItem().Text.ShouldBe("They woke up");
    }

    [Fact]
    public async Task A_notice_and_a_persons_words_move_no_clock_either()
    {
        await TakeAsync(Given.Text("i want a human"));
        var before = Record;
        _now += TimeSpan.FromSeconds(7);
        (await TakeAsync(HandOffEvents.OfStatus(before.Handoff!.Id, "accepted"))).Speaks.ShouldBeFalse();
        Clocks(Record).ShouldBe(Clocks(before));
        _now += TimeSpan.FromSeconds(7);
        (await TakeAsync(HandOffEvents.OfText(before.Handoff.Id, "Hello."))).Speaks.ShouldBeFalse();
        Clocks(Record).ShouldBe(Clocks(before));
        (await TakeAsync(HandOffEvents.OfLoss(before.Handoff.Id))).Outgoing.ShouldHaveSingleItem();
        Clocks(Record).ShouldBe(Clocks(before));
        Record.Handoff.ShouldBeNull();
    }

    [Theory]
    [InlineData("another")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_event_of_another_hand_off_changes_nothing(string? id)
    {
        await ConnectAsync();
        var before = _kept;
        foreach (var happening in (Activity[])[HandOffEvents.OfStatus(id!, "completed"), HandOffEvents.OfText(id!, "Hello."), HandOffEvents.OfLoss(id!)])
        {
            (await TakeAsync(happening)).Outgoing.ShouldBeEmpty();
            _kept.ShouldBe(before);
        }
    }

    [Theory]
    [InlineData("""{"handoff":7}""")]
    [InlineData("""{"handoff":{"a":1},"state":"accepted"}""")]
    [InlineData("""{}""")]
    [InlineData("""[1]""")]
    [InlineData("null")]
    public async Task Garbage_in_an_event_changes_nothing(string value)
    {
        await TakeAsync(Given.Text("i want a human"));
        var before = _kept;
        var happening = HandOffEvents.OfStatus("x", "accepted");
        happening.Value = JToken.Parse(value);
        (await TakeAsync(happening)).Error.ShouldBeNull();
        _kept.ShouldBe(before);
    }

    [Fact]
    public async Task Stop_is_no_talk_and_ends_it()
    {
        Keep(Record with { Sms = true });
        await ConnectAsync();
        var result = await TakeAsync(Stop());

        (Record.CutOff, Record.Ended, Record.Handoff).ShouldBe((true, true, null));
        result.Outgoing.ShouldContain(a => a.Text.Contains("I will stop texting now."));
        result.ToHub.Select(a => a.Type).ShouldBe([ActivityTypes.Message, ActivityTypes.EndOfConversation]);
    }

    [Fact]
    public async Task Nobody_joins_somebody_who_is_cut_off()
    {
        Keep(Record with { Sms = true });
        await TakeAsync(Given.Text("i want a human"));
        var asked = _kept;
        var id = Record.Handoff!.Id;

        (await TakeAsync(Stop())).ToHub.ShouldHaveSingleItem().Type.ShouldBe(ActivityTypes.EndOfConversation);
        (await TakeAsync(HandOffEvents.OfStatus(id, "accepted"))).Outgoing.ShouldBeEmpty();
        Record.Handoff.ShouldBeNull();

        _kept = asked;
        var blocked = await TakeAsync(new Activity(ActivityTypes.Event)
        {
            Name = OverdoseResponseBot.UndeliveredEvent,
            Value = new JObject { ["message"] = "0000001-01", ["cut-off"] = true },
        });
        (Record.CutOff, Record.Handoff).ShouldBe((true, null));
        blocked.Outgoing.ShouldBeEmpty("nothing reaches them");
        blocked.ToHub.ShouldHaveSingleItem().Type.ShouldBe(ActivityTypes.EndOfConversation);
    }

    [Fact]
    public async Task Panic_beside_a_person_who_is_here_offers_no_other()
    {
        Keep(Given.At("after/start").With(["calm-time"], Given.Now) with { Hub = true });
        await ConnectAsync();
        _now += TimeSpan.FromMinutes(6);
        var result = await TakeAsync(Given.Text("im falling apart i cant stop crying"));
        result.Outgoing.ShouldNotContain(a => a.Text.Contains("988"));
        (await TakeAsync(Given.Text("i want to talk to a human"))).Outgoing.ShouldContain(a => a.Text.Contains("988"), "asked for, it comes");
    }

    [Fact]
    public async Task A_new_case_after_six_hours_ends_it_and_says_so()
    {
        await ConnectAsync();
        Keep(Record with { Alarms = [] });
        _now += TimeSpan.FromHours(7);
        var result = await TakeAsync(Given.Text("hello"));
        result.Outgoing[^1].Text.ShouldStartWith("Call 911. The person has left.");
        result.ToHub.ShouldHaveSingleItem().Type.ShouldBe(ActivityTypes.EndOfConversation);
    }

    [Fact]
    public async Task A_hub_that_the_operator_took_away_ends_it()
    {
        await ConnectAsync();
        Keep(Record with { Hub = false });
        (await TakeAsync(Given.Text("ok"))).Outgoing[^1].Text.ShouldContain("The person has left.");
        Record.Handoff.ShouldBeNull();
        (await TakeAsync(Given.Text("i want a human"))).ToHub.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_hub_a_request_is_answered_to_the_byte_as_before()
    {
        foreach (var sms in new[] { false, true })
        {
            var plain = await _adapter.RunAsync(Given.At("respond/breathing", sms), Given.Text("i want a human"), Given.Now);
            plain.ToHub.ShouldBeEmpty();
            plain.Record.Handoff.ShouldBeNull();
            string.Concat(plain.Outgoing.Select(a => a.Text)).ShouldNotContain("join");
        }
    }

    [Theory]
    [InlineData("i want a human")]
    [InlineData("not breathing, i want to talk to a person")]
    [InlineData("i called 911")]
    [InlineData("im so scared")]
    public async Task With_a_hub_the_steps_message_is_the_same_to_the_byte(string text)
    {
        foreach (var sms in new[] { false, true })
        {
            var plain = await _adapter.RunAsync(Given.At("respond/breathing", sms), Given.Text(text), Given.Now);
            var handed = await _adapter.RunAsync(Given.At("respond/breathing", sms) with { Hub = true }, Given.Text(text), Given.Now);
            handed.Outgoing.Where(a => !TurnResult.IsBeside(a)).Select(a => JToken.FromObject(a).ToString()).ShouldBe(plain.Outgoing.Select(a => JToken.FromObject(a).ToString()));
            handed.Record.Alarms.Where(a => a.Kind != AlarmKind.Handoff).ShouldBe(plain.Record.Alarms);
        }
    }

    [Fact]
    public async Task A_turn_that_fails_still_passes_the_words_on()
    {
        await ConnectAsync();
        var failing = (TurnAdapter)Shipped.Adapter().Use(new Chats.ThrowingBeforeTurn());
        var result = await failing.RunAsync(Record, Given.Text("he looks grey"), _now);
        result.Error.ShouldNotBeNull();
        result.ToHub.ShouldHaveSingleItem().Text.ShouldBe("he looks grey");
    }

    [Fact]
    public void Every_word_of_a_hand_off_is_there_in_every_language()
    {
        foreach (var library in Shipped.Library.InAllLanguages())
        {
            HandOffAsides.All.ShouldAllBe(name => library.Asides.ContainsKey(name));
            library.Words.ShouldContainKey("person.name");
            library.Words.ShouldContainKey("person.prefix");
        }
    }

    private static Activity Stop()
    {
        var stop = Given.Text("stop");
        stop.ChannelData = new JObject { [Carrier.Name] = Carrier.Stop };
        return stop;
    }

    private async Task ConnectAsync()
    {
        var asked = await TakeAsync(Given.Text("i want a human"));
        asked.ToHub.ShouldHaveSingleItem().Name.ShouldBe("handoff.initiate");
        (await TakeAsync(HandOffEvents.OfStatus(Record.Handoff!.Id, "accepted"))).Outgoing.ShouldHaveSingleItem();
    }

    private async Task<TurnResult> TakeAsync(Activity inbound)
    {
        inbound.Conversation ??= new ConversationAccount { Id = "chat" };
        var result = await _adapter.RunAsync(Record, inbound, _now);
        Keep(result.Record);
        return result;
    }

    private void Keep(CaseRecord record) => _kept = RecordJson.Write(record);

    private static IEnumerable<SetAlarm> Clocks(CaseRecord record) => record.Alarms.Where(a => a.Kind is not (AlarmKind.Handoff or AlarmKind.End));
}
