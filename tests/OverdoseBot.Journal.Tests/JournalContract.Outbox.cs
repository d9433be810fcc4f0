namespace OverdoseBot.Journal.Tests;

public abstract partial class JournalContract
{
    [Fact]
    public async Task Only_the_head_of_a_conversation_and_target_is_handed_out_and_the_next_one_when_it_is_settled()
    {
        await AppendAsync(Turn("c") with { Outbox = [new("sms", "one"), new("hub", "other"), new("sms", "two")] });
        await AppendAsync(Turn("c", 0, "in-2") with { Outbox = [new("sms", "three")] });

        foreach (var text in (string[])["one", "two", "three"])
        {
            var head = (await ClaimAsync("sms")).ShouldHaveSingleItem();
            (head.Body, head.Conversation, head.Target, head.Tries, head.At).ShouldBe((text, "c", "sms", 0, Noon));
            (await ClaimAsync("sms")).ShouldBeEmpty("it is in hand");
            (await NextAsync("sms")).ShouldBeNull();
            await SettleAsync(head, new Delivery.Delivered());
        }

        (await ClaimAsync("sms")).ShouldBeEmpty();
        (await ClaimAsync("hub")).ShouldHaveSingleItem().Body.ShouldBe("other");
    }

    [Fact]
    public async Task A_message_is_due_at_once_or_not_before_its_time_to_the_tick()
    {
        await AppendAsync(Turn("now") with { Outbox = [new("sms", "now")] });
        await AppendAsync(Turn("later") with { Outbox = [new("sms", "later", NotBefore: Noon.AddMinutes(1).AddTicks(1))] });

        (await ClaimAsync("sms", Noon.AddMinutes(1))).ShouldHaveSingleItem().Body.ShouldBe("now");
        (await NextAsync("sms")).ShouldBe(Noon.AddMinutes(1).AddMilliseconds(1));
        (await ClaimAsync("sms", Noon.AddMinutes(1).AddMilliseconds(1))).ShouldHaveSingleItem().Body.ShouldBe("later");
        (await NextAsync("sms")).ShouldBeNull();
    }

    [Fact]
    public async Task A_retry_holds_up_what_is_behind_it_and_counts_its_tries()
    {
        await AppendAsync(Turn("c") with { Outbox = [new("sms", "one"), new("sms", "two")] });
        await SettleAsync((await ClaimAsync("sms")).Single(), new Delivery.Retry(Noon.AddSeconds(10)));

        (await ClaimAsync("sms", Noon.AddSeconds(10).AddMilliseconds(-1))).ShouldBeEmpty();
        (await NextAsync("sms")).ShouldBe(Noon.AddSeconds(10));
        var again = (await ClaimAsync("sms", Noon.AddSeconds(10))).ShouldHaveSingleItem();
        (again.Body, again.Tries).ShouldBe(("one", 1));
        await SettleAsync(again, new Delivery.Dropped("no such number"));
        (await ClaimAsync("sms", Noon)).ShouldHaveSingleItem().Body.ShouldBe("two");
    }

    [Fact]
    public async Task The_oldest_of_a_target_is_known_in_hand_or_not_until_it_is_settled()
    {
        (await OldestAsync("sms")).ShouldBeNull();
        await AppendAsync(Turn("c") with { Outbox = [new("sms", "one"), new("hub", "other")] });
        await AppendAsync(Turn("d", 0, "in-1") with { At = Noon.AddMinutes(1), Outbox = [new("sms", "two")] });

        var claimed = await ClaimAsync("sms", Noon.AddMinutes(2));
        (await OldestAsync("sms")).ShouldBe(Noon);
        await SettleAsync(claimed.Single(row => row.Body == "one"), new Delivery.Retry(Noon.AddHours(1)));
        (await OldestAsync("sms")).ShouldBe(Noon);
        await SettleAsync((await ClaimAsync("sms", Noon.AddHours(1))).ShouldHaveSingleItem(), new Delivery.Delivered());
        (await OldestAsync("sms")).ShouldBe(Noon.AddMinutes(1));
        await SettleAsync(claimed.Single(row => row.Body == "two"), new Delivery.Dropped("no such number"));
        (await OldestAsync("sms")).ShouldBeNull();
        (await OldestAsync("hub")).ShouldBe(Noon);

        async Task<DateTimeOffset?> OldestAsync(string target) => await Journal.OutboxRows.OldestAsync(target, default);
    }

    [Fact]
    public async Task What_expires_before_its_next_try_is_handed_out_when_it_expires_to_be_dropped()
    {
        await AppendAsync(Turn("c") with { Outbox = [new("sms", "prompt", Perishable: true, Expires: Noon.AddSeconds(300)), new("sms", "reply")] });
        await SettleAsync((await ClaimAsync("sms")).Single(), new Delivery.Retry(Noon.AddHours(1)));

        (await NextAsync("sms")).ShouldBe(Noon.AddSeconds(300));
        var expired = (await ClaimAsync("sms", Noon.AddSeconds(300))).ShouldHaveSingleItem();
        (expired.Expires, expired.Perishable).ShouldBe((Noon.AddSeconds(300), true));
        await SettleAsync(expired, new Delivery.Dropped("it expired"));
        var reply = (await ClaimAsync("sms")).ShouldHaveSingleItem();
        (reply.Body, reply.Expires, reply.Perishable).ShouldBe(("reply", Noon + JournalLimits.OutboxLife, false));
    }

    [Fact]
    public async Task A_turn_that_says_something_drops_what_is_stale_and_nothing_else()
    {
        await AppendAsync(Turn("c") with { Outbox = [new("sms", "prompt", Perishable: true), new("sms", "reply"), new("hub", "note", Perishable: true)] });
        await AppendAsync(Turn("d") with { Outbox = [new("sms", "other's prompt", Perishable: true)] });
        await AppendAsync(Turn("c", 0, "in-2") with { Outbox = [new("sms", "newer", Perishable: true)] });
        (await ClaimAsync("sms", most: 1)).ShouldHaveSingleItem().Body.ShouldBe("prompt");
        await AppendAsync(Turn("c", 0, "in-3") with { DropsPerishable = true, Outbox = [new("sms", "newest", Perishable: true)] });

        var left = new List<string>();
        while (await ClaimAsync("sms") is { Count: > 0 } heads)
        {
            heads.ShouldAllBe(h => h.Conversation == "d", "the queue of c is still in hand");
            left.AddRange(heads.Select(h => h.Body));
        }

        left.ShouldBe(["other's prompt"]);
        (await ClaimAsync("hub")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_was_dropped_in_hand_is_settled_without_harm_and_twice()
    {
        await AppendAsync(Turn("c") with { Outbox = [new("sms", "prompt", Perishable: true)] });
        var stale = (await ClaimAsync("sms")).Single();
        await AppendAsync(Turn("c", 0, "in-2") with { DropsPerishable = true, Outbox = [new("sms", "one"), new("sms", "two")] });

        (await ClaimAsync("sms")).ShouldBeEmpty();
        await SettleAsync(stale, new Delivery.Retry(Noon));
        var one = (await ClaimAsync("sms")).ShouldHaveSingleItem();
        one.Body.ShouldBe("one");
        await SettleAsync(one, new Delivery.Delivered());
        await SettleAsync(one, new Delivery.Delivered());
        await SettleAsync(stale, new Delivery.Delivered());
        (await ClaimAsync("sms")).ShouldHaveSingleItem().Body.ShouldBe("two");
        (await ClaimAsync("sms")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_turn_that_is_not_kept_leaves_and_drops_nothing()
    {
        await DoneAsync(Turn("c") with { Outbox = [new("sms", "prompt", Perishable: true)] });
        var late = Turn("c") with { DropsPerishable = true, Outbox = [new("sms", "again")] };
        (await CommitAsync(late)).ShouldBeOfType<CommitOutcome.Duplicate>();
        (await CommitAsync(late with { InboundKey = "in-2" })).ShouldBeOfType<CommitOutcome.Conflict>();

        var only = (await ClaimAsync("sms")).ShouldHaveSingleItem();
        only.Body.ShouldBe("prompt");
        await SettleAsync(only, new Delivery.Delivered());
        (await ClaimAsync("sms")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_longest_due_come_first_and_what_is_in_hand_crowds_out_nothing()
    {
        for (var i = 9; i >= 0; i--)
        {
            await AppendAsync(Turn($"c{i}") with { At = Noon.AddSeconds(i), Outbox = [new("sms", $"{i}")] });
        }

        (await ClaimAsync("sms", Noon.AddSeconds(4))).Select(r => r.Body).ShouldBe(["0", "1", "2", "3", "4"]);
        (await ClaimAsync("sms", Noon.AddSeconds(9), most: 2)).Select(r => r.Body).ShouldBe(["5", "6"]);
        (await NextAsync("sms")).ShouldBe(Noon.AddSeconds(7));
    }

    [Fact]
    public async Task Parallel_claims_never_hand_out_a_message_twice()
    {
        const int Messages = 40;
        await AppendAsync(Turn("c") with { Outbox = [.. Enumerable.Range(0, Messages).Select(i => new OutboxEntry("sms", $"{i}"))] });
        var sent = new List<string>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (sent.Count < Messages)
            {
                foreach (var row in await ClaimAsync("sms"))
                {
                    sent.Add(row.Body);
                    await SettleAsync(row, new Delivery.Delivered());
                }
            }
        })));
        sent.ShouldBe(Enumerable.Range(0, Messages).Select(i => $"{i}"));
    }

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public async Task Any_body_is_delivered_as_it_was(string text)
    {
        await DoneAsync(Turn("c") with { Outbox = [new("sms", text)] });
        string.Equals((await ClaimAsync("sms")).ShouldHaveSingleItem().Body, text, StringComparison.Ordinal).ShouldBeTrue();
    }

    [Fact]
    public async Task News_of_a_commit_tell_when_its_first_message_may_go()
    {
        var news = new List<DateTimeOffset?>();
        Journal.Committed += c => news.Add(c.OutboxDue);
        await AppendAsync(Turn("c"));
        await AppendAsync(Turn("c", 0, "in-2") with { Outbox = [new("sms", "later", NotBefore: Noon.AddMinutes(2)), new("hub", "now")] });
        await AppendAsync(Turn("c", 0, "in-3") with { Outbox = [new("sms", "later", NotBefore: Noon.AddMinutes(2))] });
        news.ShouldBe([null, Noon, Noon.AddMinutes(2)]);
    }

    [Fact]
    public async Task A_sweep_keeps_what_has_something_to_deliver_until_that_expired()
    {
        await DoneAsync(Turn("waiting") with { Outbox = [new("sms", "reply", Expires: Noon.AddHours(3))] });
        await DoneAsync(Turn("expired") with { Outbox = [new("sms", "prompt", Expires: Noon.AddMinutes(5))] });
        await DoneAsync(Turn("delivered") with { Outbox = [new("hub", "note")] });
        await SettleAsync((await ClaimAsync("hub")).Single(), new Delivery.Delivered());

        (await Journal.SweepAsync(Noon.AddHours(1), Never)).ShouldBe(2);
        (await RecordAsync("waiting")).ShouldNotBeNull();
        (await ClaimAsync("sms", Noon.AddHours(9))).ShouldHaveSingleItem().Conversation.ShouldBe("waiting");
        (await Journal.SweepAsync(Noon.AddHours(3), Never)).ShouldBe(1);
    }

    [Fact]
    public async Task Forgetting_takes_what_waits_for_delivery_and_a_late_word_about_it_hits_nobody_else()
    {
        await DoneAsync(Turn("c") with { Outbox = [new("sms", "one"), new("sms", "two")] });
        var inHand = (await ClaimAsync("sms")).Single();
        await Journal.ForgetAsync("c", Never);
        await DoneAsync(Turn("c") with { Outbox = [new("sms", "new")] });

        await SettleAsync(inHand, new Delivery.Delivered());
        (await ClaimAsync("sms")).ShouldHaveSingleItem().Body.ShouldBe("new");
    }

    [Fact]
    public async Task A_bad_target_or_body_is_refused_before_anything_is_written()
    {
        var large = new string('x', JournalLimits.TurnSize / 2);
        await Should.ThrowAsync<ArgumentException>(() => CommitAsync(Turn("c") with { Outbox = [new("", "text")] }));
        await Should.ThrowAsync<ArgumentException>(() => CommitAsync(Turn("c") with { Outbox = [new("a\0b", "text")] }));
        await Should.ThrowAsync<ArgumentException>(() => CommitAsync(Turn("c") with { Outbox = [new("sms", null!)] }));
        await Should.ThrowAsync<ArgumentException>(() => CommitAsync(Turn("c") with { Outbox = [new("sms", large)] }));
        await Should.ThrowAsync<ArgumentException>(() => CommitAsync(Turn("c") with { Outbox = null! }));
        await Should.ThrowAsync<ArgumentException>(async () => await Journal.OutboxRows.ClaimAsync("sms", Noon, 0, Never));
        await Should.ThrowAsync<ArgumentException>(async () => await Journal.OutboxRows.NextDueAsync("", Never));
        (await RecordAsync("c")).ShouldBeNull();
    }

    private async Task<IReadOnlyList<OutboxRow>> ClaimAsync(string target, DateTimeOffset? now = null, int most = 100) =>
        await Journal.OutboxRows.ClaimAsync(target, now ?? Noon, most, Never);

    private async Task<DateTimeOffset?> NextAsync(string target) => await Journal.OutboxRows.NextDueAsync(target, Never);

    private async Task SettleAsync(OutboxRow row, Delivery outcome) => await Journal.OutboxRows.SettleAsync(row, outcome, Never);
}
