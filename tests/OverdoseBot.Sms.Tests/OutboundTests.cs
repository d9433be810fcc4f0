using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;
using OverdoseBot.Channels;
using OverdoseBot.Channels.Sms;
using OverdoseBot.Journal;
using OverdoseBot.Scripts;

namespace OverdoseBot.Sms.Tests;

/// <summary>What clocks say, through the Messages API (wire-protocols.md 5.5).</summary>
public sealed class OutboundTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task The_next_dose_is_asked_for_two_minutes_after_the_last_even_when_the_service_was_down_in_between()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he is not breathing, i called 911");
        await night.Me.TextAsync("i have narcan");
        await night.Me.TextAsync("gave it");
        var given = night.Time.GetUtcNow();

        night.Time.Advance(TimeSpan.FromSeconds(50));
        await night.RestartAsync();
        var request = (await night.UntilSentAsync(2 * _minute)).ShouldNotBeNull();

        (request.At - given).ShouldBeInRange(2 * _minute - _second, 2 * _minute + _second);
        request["Body"].ShouldContain("Not breathing normally? Give the next dose now");
        Gsm7.FitsOne(request["Body"]).ShouldBeTrue();
        (request["To"], request["From"], request["MessagingServiceSid"]).ShouldBe((night.Me.From, night.Me.To, ""));
        (request.Account, request.User, request.Secret).ShouldBe(("AC00000000000000000000000000000001", "AC00000000000000000000000000000001", SmsServer.Token));
        int.Parse(request["ValidityPeriod"]).ShouldBeInRange(120, 300);
        request["StatusCallback"].ShouldStartWith("https://bot.example/sms/twilio/status?m=sms-");
        request["StatusCallback"].ShouldNotContain("555");
    }

    [Fact]
    public async Task Silence_is_answered_once_and_the_case_fades_and_ends()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up");

        var sent = new List<ApiRequest>();
        while (await night.UntilSentAsync(TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(1)) is { } request)
        {
            sent.Add(request);
        }

        sent[0]["Body"].ShouldContain("Watch chest");
        sent[1]["Body"].ShouldStartWith("If they still");
        sent[^1]["Body"].ShouldContain("I will stop texting now");
        sent.ShouldAllBe(r => Gsm7.FitsOne(r["Body"]));
        sent.Zip(sent.Skip(1)).ShouldAllBe(p => p.Second.At > p.First.At);
    }

    [Theory]
    [InlineData("From", "+15559990000")]
    [InlineData("MessagingServiceSid", "MG0123456789abcdef0123456789abcdef")]
    public async Task The_sender_of_the_settings_goes_before_the_number_that_was_texted(string name, string value)
    {
        await using var night = await Night.StartAsync(
            ($"Sms:Twilio:{name}", value), ("Sms:Twilio:AccountSid", "ACffffffffffffffffffffffffffffffff"), ("Sms:Twilio:ApiKeySid", "SK0123456789abcdef0123456789abcdef"), ("Sms:Twilio:ApiKeySecret", "hush"));
        await night.Me.TextAsync("he wont wake up");

        var request = (await night.UntilSentAsync(2 * _minute)).ShouldNotBeNull();

        request[name].ShouldBe(value);
        request.Form.ContainsKey("From").ShouldBe(name == "From");
        (request.Account, request.User, request.Secret).ShouldBe(("ACffffffffffffffffffffffffffffffff", "SK0123456789abcdef0123456789abcdef", "hush"));
        night.Server.Log.ShouldNotContain("hush");
    }

    [Theory]
    [InlineData("From", "+15559990000")]
    [InlineData("MessagingServiceSid", "MG0123456789abcdef0123456789abcdef")]
    public async Task Who_writes_through_another_service_is_prompted_from_the_number_they_wrote_to_and_gets_no_reminder(string name, string value)
    {
        await using var night = await Night.StartAsync(($"Sms:Twilio:{name}", value), ("Sms:Twilio:RemindersFrom", "+15558880000"));
        var me = new Texter(night.Server.Http, "whatsapp:+16175550101", "whatsapp:+15551230002");
        await me.TextAsync("he wont wake up");
        var record = await night.Server.RecordAsync(me);
        var reminder = new Activity(ActivityTypes.Message)
        {
            Text = "Look at the date of your kit.",
            Recipient = new ChannelAccount { Id = record.Reference!.User!.Id },
            ChannelData = new JObject { [Reminders.Name] = true },
        };
        var opened = await night.Server.Journal.BeginAsync(night.Server.Conversation(me), "look", default);
        var kept = new TurnEntry(night.Server.Conversation(me), opened.Version, "a reminder", opened.Record!.Value, null, [], night.Time.GetUtcNow() + _second, night.Time.GetUtcNow(), false);
        (await night.Server.Journal.CommitAsync(kept with { Outbox = [new OutboxEntry(SmsNames.Target, ActivityJson.Write(reminder))] }, default)).ShouldBeOfType<CommitOutcome.Done>();

        var request = (await night.UntilSentAsync(2 * _minute)).ShouldNotBeNull();

        request["Body"].ShouldNotBe(reminder.Text);
        (request["To"], request["From"], request["MessagingServiceSid"]).ShouldBe((me.From, me.To, ""));
    }

    [Theory]
    [InlineData("From", "+15559990000")]
    [InlineData("MessagingServiceSid", "MG0123456789abcdef0123456789abcdef")]
    public async Task Reminders_have_a_sender_of_their_own(string name, string value)
    {
        await using var night = await Night.StartAsync(($"Sms:Twilio:{name}", value), ("Sms:Twilio:RemindersFrom", "+15558880000"));
        await night.Me.TextAsync("i want to be ready");
        var record = await night.Server.RecordAsync(night.Me);
        var reminder = new Activity(ActivityTypes.Message)
        {
            Text = "Look at the date of your kit.",
            Recipient = new ChannelAccount { Id = record.Reference!.User!.Id },
            ChannelData = new JObject { [Reminders.Name] = true },
        };
        var kept = new TurnEntry(night.Server.Conversation(night.Me), 1, "a reminder", RecordJson.Write(record), null, [], null, night.Time.GetUtcNow(), false);
        await night.Server.Journal.CommitAsync(kept with { Outbox = [new OutboxEntry(SmsNames.Target, ActivityJson.Write(reminder))] }, default);

        var request = (await night.UntilSentAsync(_minute)).ShouldNotBeNull();

        (request["Body"], request["From"], request["MessagingServiceSid"]).ShouldBe((reminder.Text, "+15558880000", ""));
    }

    [Theory]
    [InlineData(429, 20429)]
    [InlineData(429, null)]
    [InlineData(400, 21611)]
    [InlineData(500, null)]
    [InlineData(503, 20500)]
    public async Task What_may_pass_is_tried_again_with_growing_pauses_till_it_is_taken(int status, int? code)
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up");
        night.Api.Next(new ApiReply(status, code), new ApiReply(status, code), new ApiReply(status, code));

        var tries = new List<DateTimeOffset>();
        for (var i = 0; i < 4; i++)
        {
            tries.Add((await night.UntilSentAsync(2 * _minute)).ShouldNotBeNull().At);
        }

        night.Api.Kept.ShouldHaveSingleItem()["Body"].ShouldContain("Watch chest");
        tries.Zip(tries.Skip(1)).ShouldAllBe(p => p.Second - p.First >= TimeSpan.FromMilliseconds(500) && p.Second - p.First < TimeSpan.FromSeconds(8));
        (await night.Server.RecordAsync(night.Me)).Unreached.ShouldBeNull();
    }

    [Fact]
    public async Task How_long_to_wait_is_what_the_api_says()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up");
        night.Api.Next(new ApiReply(429, 20429, RetryAfter: 20));

        var first = (await night.UntilSentAsync(2 * _minute)).ShouldNotBeNull();
        var second = (await night.UntilSentAsync(_minute)).ShouldNotBeNull();

        (second.At - first.At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_request_that_nobody_answered_but_that_was_taken_is_not_made_again()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up, i called 911");
        await night.Me.TextAsync("7");
        night.Api.Next(ApiReply.TakenInSilence);

        (await night.UntilSentAsync(3 * _minute)).ShouldNotBeNull();
        (await night.UntilSentAsync(_minute)).ShouldBeNull();

        night.Api.Kept.Count.ShouldBe(1);
        night.Api.LookUps.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_killed_program_sent_and_could_not_note_is_not_sent_again_however_soon_the_next_one_starts()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up, i called 911");
        await night.Me.TextAsync("7");
        night.Api.Next(ApiReply.TakenInSilence);
        (await night.UntilSentAsync(3 * _minute)).ShouldNotBeNull();

        // Nothing more is noted: as if it had been killed.
        night.Server.Journal.Away = true;
        night.Time.Advance(_second / 4);
        await night.RestartAsync();

        (await night.UntilSentAsync(_minute)).ShouldBeNull();
        night.Api.Kept.Count.ShouldBe(1);
        night.Api.LookUps.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_that_nobody_answered_and_that_was_lost_is_made_again()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up, i called 911");
        await night.Me.TextAsync("7");
        night.Api.Next(ApiReply.LostInSilence);

        var lost = (await night.UntilSentAsync(3 * _minute)).ShouldNotBeNull();
        var again = (await night.UntilSentAsync(_minute)).ShouldNotBeNull();

        again["Body"].ShouldBe(lost["Body"]);
        (again.At - lost.At).ShouldBeInRange(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(13));
        night.Api.Kept.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_prompt_is_dropped_when_the_person_writes_before_it_could_be_sent()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up, i called 911");
        night.Api.Otherwise = new ApiReply(503);
        (await night.UntilSentAsync(2 * _minute)).ShouldNotBeNull();

        await night.Me.TextAsync("7");
        night.Api.Otherwise = ApiReply.Taken;

        // The next that comes is the look of the new step, two minutes later.
        var next = (await night.UntilSentAsync(3 * _minute)).ShouldNotBeNull();
        next["Body"].ShouldContain("Go on: 30 pushes");
        night.Api.Kept.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_prompt_that_cannot_be_sent_for_five_minutes_is_never_sent()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he gave himself too much, he is awake but unwell");
        night.Api.Otherwise = new ApiReply(503);
        var first = (await night.UntilSentAsync(3 * _minute)).ShouldNotBeNull();
        while (await night.UntilSentAsync(TimeSpan.FromSeconds(45)) is not null)
        {
            // Tried again and again, each time in vain.
        }

        night.Api.Otherwise = ApiReply.Taken;
        night.Time.Advance(2 * _minute);
        night.Api.Kept.ShouldAllBe(k => k.At - first.At > 5 * _minute || k["Body"] != first["Body"]);
    }

    [Fact]
    public async Task Nobody_is_texted_after_stop_and_everybody_after_start()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up");
        await night.Me.TextAsync("STOP");

        (await night.UntilSentAsync(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(10))).ShouldBeNull();

        await night.Me.TextAsync("START");
        (await night.UntilSentAsync(TimeSpan.FromMinutes(5))).ShouldNotBeNull();
    }

    [Fact]
    public async Task No_number_is_kept_in_clear_though_it_is_texted()
    {
        await using var night = await Night.StartAsync();
        var me = new Texter(night.Server.Http, "+16175557392");
        await me.TextAsync("he wont wake up");
        (await night.Server.FilesAsync()).ShouldNotContain("5557392");
        (await night.UntilSentAsync(2 * _minute)).ShouldNotBeNull()["To"].ShouldBe(me.From);

        night.Server.Log.ShouldNotContain("5557392");
    }
}
