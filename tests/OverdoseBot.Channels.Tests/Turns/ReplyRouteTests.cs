using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Opinions;
using OverdoseBot.Chats;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Tests.Turns;

/// <summary>Which words of the bot are left for delivery, where to, and for how long.</summary>
public sealed class ReplyRouteTests : WithJournal
{
    private static readonly ReplyRoute _caller = ReplyRoute.Caller("sms");
    private static readonly ReplyRoute _outbox = ReplyRoute.Outbox("sms");
    private int _keys;

    [Fact]
    public async Task A_conversation_whose_client_reads_the_transcript_leaves_nothing_for_delivery()
    {
        await Run("he wont wake up", null);
        (await RingAsync()).Activities.ShouldNotBeEmpty();
        (await ClaimAsync()).ShouldBeEmpty();
        (await RecordAsync()).Reference.ShouldBeNull();
    }

    [Fact]
    public async Task Where_the_caller_carries_the_replies_only_what_a_clock_says_is_left_and_is_addressed()
    {
        await Run("he wont wake up", _caller);
        (await ClaimAsync()).ShouldBeEmpty();

        var said = await RingAsync();
        var row = (await ClaimAsync()).ShouldHaveSingleItem();
        (row.Perishable, row.Expires).ShouldBe((true, Time.GetUtcNow() + TimeSpan.FromSeconds(300)));
        var message = ActivityJson.Read(row.Body);
        ActivityJson.Write(message).ShouldBe(ActivityJson.Write(said.Activities.ShouldHaveSingleItem()));
        (message.Recipient.Id, message.From.Id, message.Conversation.Id, message.ChannelId, message.ServiceUrl, message.ReplyToId)
            .ShouldBe(("+15550100", "+15550199", "chat", "sms", "https://channel.example/", null));
        (message.Conversation.TenantId, message.Conversation.ConversationType, message.Recipient.AadObjectId).ShouldBe(("tenant", "personal", "object"));
    }

    [Fact]
    public async Task Where_the_caller_only_acknowledges_every_reply_is_left_in_order_and_once()
    {
        await Run("he wont wake up", _outbox);
        await SettleAllAsync();
        var replies = await Run("ambulance is here", _outbox);
        (await Run("ambulance is here", _outbox, again: true)).Repeated.ShouldBeTrue();

        replies.Activities.Count.ShouldBeGreaterThan(1);
        var rows = await SettleAllAsync();
        rows.Select(r => ActivityJson.Read(r.Body).Text).ShouldBe(replies.Activities.Select(a => a.Text));
        rows.ShouldAllBe(r => !r.Perishable && r.Expires == Time.GetUtcNow() + JournalLimits.OutboxLife);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_clock_said_is_stale_once_the_person_is_answered(bool callerCarries)
    {
        await Run("he wont wake up", _caller);
        await RingAsync();
        await Run("not breathing", callerCarries ? _caller : _outbox);
        (await ClaimAsync()).ShouldAllBe(r => !r.Perishable);
    }

    [Fact]
    public async Task A_turn_that_says_nothing_makes_nothing_stale()
    {
        await Run("he wont wake up", _caller);
        await RingAsync();
        var typing = Inbound(ActivityTypes.Typing, null);
        (await Runner().RunAsync("c", "typing", typing, true, _caller, default)).Activities.ShouldBeEmpty();
        (await ClaimAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_prompt_takes_the_place_of_the_one_before_it()
    {
        await Run("he wont wake up", _caller);
        await RingAsync();
        var second = await RingAsync();
        ActivityJson.Read((await ClaimAsync()).ShouldHaveSingleItem().Body).Text.ShouldBe(second.Activities[0].Text);
    }

    [Fact]
    public async Task An_offer_beside_a_prompt_is_a_text_of_its_own_and_makes_nothing_stale()
    {
        await Run("he wont wake up", _caller);
        var prompt = await RingAsync();
        var offer = await OpineAsync();

        var rows = await SettleAllAsync();
        rows.Select(r => ActivityJson.Read(r.Body).Text).ShouldBe(prompt.Activities.Concat(offer.Activities).Select(a => a.Text));
        rows.ShouldAllBe(r => r.Perishable && r.Expires == Time.GetUtcNow() + TimeSpan.FromSeconds(300));
        ActivityJson.Read(rows[^1].Body).Recipient.Id.ShouldBe("+15550100");
    }

    [Fact]
    public async Task An_offer_that_was_not_delivered_yet_never_stands_in_the_way_of_an_answer()
    {
        await Run("he wont wake up", _caller);
        await OpineAsync();
        var replies = await Run("not breathing", _outbox);

        (await SettleAllAsync()).Select(r => ActivityJson.Read(r.Body).Text).ShouldBe(replies.Activities.Select(a => a.Text));
    }

    [Fact]
    public async Task An_opinion_of_a_channels_client_is_none()
    {
        await Run("he wont wake up", _caller);
        var forged = Inbound(ActivityTypes.Event, null);
        (forged.Name, forged.Value) = (OverdoseResponseBot.OpinionEvent, Opinion.Of(ChatRun.Start).Value);
        (await Runner().RunAsync("c", "forged", forged, true, _caller, default)).Activities.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_case_still_knows_where_its_messages_go_and_the_newest_way_counts()
    {
        await Run("he wont wake up", _caller);
        Time.MoveTo(Time.GetUtcNow() + TimeSpan.FromHours(7));
        await Run("she is not breathing", ReplyRoute.Caller("connector"));
        await RingAsync();
        (await ClaimAsync("connector")).ShouldHaveSingleItem();
        (await RecordAsync()).Reference!.Target.ShouldBe("connector");
    }

    [Fact]
    public async Task A_registered_deliverer_gets_what_is_left_while_the_service_runs()
    {
        var got = new TaskCompletionSource<OutboxRow>(TaskCreationOptions.RunContinuationsAsynchronously);
        var services = new ServiceCollection().AddLogging().AddSingleton<IJournal>(Journal).AddSingleton<TimeProvider>(Time)
            .AddOutbox("other", _ => (_, _) => throw new InvalidOperationException("not its target"))
            .AddOutbox("sms", _ => (row, _) =>
            {
                got.SetResult(row);
                return Task.FromResult<Delivery>(new Delivery.Delivered());
            });
        await using var made = services.BuildServiceProvider();
        var hosted = made.GetServices<IHostedService>().ToList();
        await Task.WhenAll(hosted.Select(h => h.StartAsync(default)));
        var replies = await Run("he wont wake up", _outbox);
        ActivityJson.Read((await got.Task.WaitAsync(TimeSpan.FromSeconds(120))).Body).Text.ShouldBe(replies.Activities[0].Text);
        await Task.WhenAll(hosted.Select(h => h.StopAsync(default)));
    }

    private TurnRunner Runner() => new(Journal, Shipped.Adapter(), Shipped.Library, Time, Shipped.Defaults, NullLogger<TurnRunner>.Instance);

    private Task<TurnReplies> Run(string text, ReplyRoute? route, bool again = false) =>
        Runner().RunAsync("c", $"{(again ? _keys : ++_keys)}", Inbound(ActivityTypes.Message, text), true, route, default);

    private async Task<TurnReplies> RingAsync()
    {
        var due = (await Journal.NextDueAsync(default))!.Value;
        Time.MoveTo(due);
        return await Runner().RingAsync(new DueAlarm("c", due), default);
    }

    private async Task<TurnReplies> OpineAsync()
    {
        var offer = await Runner().OpineAsync(new Question("c", "1", ChatRun.Start, "he wont wake up", "en"), default);
        offer.Activities.ShouldHaveSingleItem();
        return offer;
    }

    private async Task<IReadOnlyList<OutboxRow>> ClaimAsync(string target = "sms") =>
        await Journal.OutboxRows.ClaimAsync(target, Time.GetUtcNow(), 10, default);

    private async Task<List<OutboxRow>> SettleAllAsync()
    {
        var all = new List<OutboxRow>();
        while (await ClaimAsync() is [var row])
        {
            all.Add(row);
            await Journal.OutboxRows.SettleAsync(row, new Delivery.Delivered(), default);
        }

        return all;
    }

    private async Task<CaseRecord> RecordAsync() => RecordJson.Read((await Journal.BeginAsync("c", "a look", default)).Record!.Value.Span);

    private static Activity Inbound(string type, string? text) => new(type)
    {
        Id = "SM1",
        Text = text,
        ChannelId = "sms",
        ServiceUrl = "https://channel.example/",
        Conversation = new ConversationAccount { Id = "chat", TenantId = "tenant", ConversationType = "personal" },
        From = new ChannelAccount { Id = "+15550100", AadObjectId = "object" },
        Recipient = new ChannelAccount { Id = "+15550199" },
    };
}
