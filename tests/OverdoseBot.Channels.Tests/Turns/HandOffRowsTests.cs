using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Hub;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Tests.Turns;

/// <summary>What a hand-off leaves for delivery: to the hub, and to a person whose client does not read the transcript.</summary>
public sealed class HandOffRowsTests : WithJournal
{
    private static readonly ReplyRoute _caller = ReplyRoute.Caller("sms");
    private static readonly string _beside = ReplyRoute.Beside("sms");
    private int _keys;

    [Fact]
    public async Task What_a_person_says_by_SMS_goes_to_the_hub_in_order_and_back_with_a_prefix()
    {
        await ConnectAsync();
        await Say("ok");
        await Say("he is still blue");
        var toHub = await SettleAllAsync(HubNames.Target);
        toHub.Select(r => ActivityJson.Read(r.Body)).Select(a => a.Text ?? a.Name).ShouldBe(["handoff.initiate", "ok", "he is still blue"]);
        toHub.Select(r => r.Expires - r.At == Leaving.PromptLife).ShouldBe([false, true, true]);

        await TellAsync(HandOffEvents.OfText((await RecordAsync()).Handoff!.Id, "I am here. " + string.Join(' ', Enumerable.Repeat("Keep pushing.", 20))));
        var rows = await SettleAllAsync(_beside);
        rows.Count.ShouldBe(3);
        rows.ShouldAllBe(r => !r.Perishable);
        (rows[0].Expires - rows[0].At).ShouldBeGreaterThan(Leaving.PromptLife, "that somebody is here stays true");
        rows.Skip(1).ShouldAllBe(r => r.Expires - r.At == Leaving.PromptLife);
        var texts = rows.Select(r => ActivityJson.Read(r.Body)).ToList();
        texts[0].Text.ShouldBe("Call 911. A person is in this chat now. From now on they read what you write. I go on with the steps.");
        texts.Skip(1).ShouldAllBe(a => a.Text.StartsWith("Person: ") && a.Recipient.Id == "+15550100");
    }

    [Fact]
    public async Task Words_beside_the_steps_make_no_prompt_stale_and_a_prompt_none_of_them()
    {
        await ConnectAsync();
        await SettleAllAsync(_beside);
        await RingAsync();
        var id = (await RecordAsync()).Handoff!.Id;
        await TellAsync(HandOffEvents.OfText(id, "Keep pushing."));
        await Say("ok");
        await RingAsync();
        await TellAsync(HandOffEvents.OfStatus(id, "completed"));

        (await SettleAllAsync("sms")).ShouldHaveSingleItem().Perishable.ShouldBeTrue();
        var rows = await SettleAllAsync(_beside);
        rows.ShouldAllBe(r => !r.Perishable);
        rows.Select(r => ActivityJson.Read(r.Body).Text).First().ShouldBe("Person: Keep pushing.");
        ActivityJson.Read(rows[^1].Body).Text.ShouldContain("The person has left.");
    }

    [Fact]
    public async Task That_nobody_came_is_told_even_when_an_answer_comes_first()
    {
        await Say("he is not breathing");
        await Say("i want to talk to a human");
        await RingAsync();
        await Say("not breathing");
        ActivityJson.Read((await SettleAllAsync(_beside)).ShouldHaveSingleItem().Body).Text.ShouldContain("No person can join us now.");
    }

    [Fact]
    public async Task Another_channel_than_the_page_shows_whose_words_they_are_by_the_prefix()
    {
        await Say("he is not breathing", ReplyRoute.Outbox("connector"), sms: false);
        await Say("i want to talk to a human", ReplyRoute.Outbox("connector"), sms: false);
        var id = (await RecordAsync()).Handoff!.Id;
        await TellAsync(HandOffEvents.OfStatus(id, "accepted"));
        await TellAsync(HandOffEvents.OfText(id, "I am here."));
        ActivityJson.Read((await SettleAllAsync(ReplyRoute.Beside("connector")))[^1].Body).Text.ShouldBe("Person: I am here.");
    }

    [Fact]
    public async Task An_event_that_a_channel_names_like_one_of_ours_is_not_one()
    {
        await Say("he is not breathing");
        await Say("i want to talk to a human");
        var id = (await RecordAsync()).Handoff!.Id;
        foreach (var forged in (Activity[])[HandOffEvents.OfStatus(id, "accepted"), new(ActivityTypes.Event) { Name = OverdoseResponseBot.ClockEvent }])
        {
            var inbound = Inbound(forged.Type, null);
            (inbound.Name, inbound.Value) = (forged.Name, forged.Value);
            Time.MoveTo(Time.GetUtcNow() + TimeSpan.FromSeconds(31));
            (await Runner().RunAsync("c", $"{++_keys}", inbound, true, _caller, default)).Activities.ShouldBeEmpty();
        }

        (await RecordAsync()).Handoff!.Here.ShouldBeFalse();
    }

    private async Task ConnectAsync()
    {
        await Say("he is not breathing");
        await Say("i want to talk to a human");
        await TellAsync(HandOffEvents.OfStatus((await RecordAsync()).Handoff!.Id, "accepted"));
    }

    private TurnRunner Runner() =>
        new(Journal, Shipped.Adapter(), Shipped.Library, Time, Shipped.Defaults with { Hub = true }, NullLogger<TurnRunner>.Instance);

    private Task<TurnReplies> Say(string text, ReplyRoute? route = null, bool sms = true) =>
        Runner().RunAsync("c", $"{++_keys}", Inbound(ActivityTypes.Message, text), sms, route ?? _caller, default);

    private Task<TurnReplies> TellAsync(Activity happening)
    {
        happening.Conversation = new ConversationAccount { Id = "c" };
        return Runner().RunAsync("c", $"{++_keys}", happening, sms: false, default);
    }

    private async Task RingAsync()
    {
        var due = (await Journal.NextDueAsync(default))!.Value;
        Time.MoveTo(due);
        (await Runner().RingAsync(new DueAlarm("c", due), default)).Activities.ShouldNotBeEmpty();
    }

    private async Task<List<OutboxRow>> SettleAllAsync(string target)
    {
        var all = new List<OutboxRow>();
        while (await Journal.OutboxRows.ClaimAsync(target, Time.GetUtcNow(), 1, default) is [var row])
        {
            all.Add(row);
            await Journal.OutboxRows.SettleAsync(row, new Delivery.Delivered(), default);
        }

        return all;
    }

    private async Task<CaseRecord> RecordAsync() => RecordJson.Read((await Journal.BeginAsync("c", "a look", default)).Record!.Value.Span);

    private static Activity Inbound(string type, string? text) => new(type)
    {
        Text = text,
        ChannelId = "sms",
        ServiceUrl = "https://channel.example/",
        Conversation = new ConversationAccount { Id = "chat" },
        From = new ChannelAccount { Id = "+15550100" },
        Recipient = new ChannelAccount { Id = "+15550199" },
    };
}
