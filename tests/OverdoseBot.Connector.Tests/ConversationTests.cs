using System.Text.Json.Nodes;

namespace OverdoseBot.Connector.Tests;

/// <summary>What the bot hears of a channel, and how it answers who waits for the replies.</summary>
public sealed class ConversationTests(SharedStage shared) : IClassFixture<SharedStage>
{
    private readonly Stage _stage = shared.Stage;

    [Fact]
    public async Task Whoever_joins_is_greeted_with_the_emergency_number_and_the_bot_is_not()
    {
        (await _stage.AskAsync(Joined("greet", "bot-1"))).ShouldBeEmpty();

        var greeting = (await _stage.AskAsync(Joined("greet", "bot-1", "user-1"))).Single()!;

        ((string)greeting["text"]!).ShouldContain("911");
        greeting["replyToId"].ShouldBeNull("Web Chat holds an answer to a conversationUpdate back");
        ((string)greeting["recipient"]!["id"]!).ShouldBe("user-1");
        ((string)greeting["from"]!["id"]!).ShouldBe("bot-1");
        ((string)greeting["conversation"]!["id"]!).ShouldBe("greet");
        (await _stage.AskAsync(Joined("greet", "user-2"))).ShouldBeEmpty("the conversation has begun");
    }

    [Fact]
    public async Task A_tap_is_heard_at_its_step()
    {
        var first = (await _stage.AskAsync(_stage.Message("he is blue and does not wake up", "tap")))[^1]!;
        var button = first["suggestedActions"]!["actions"]!.AsArray()[0]!;

        var next = (await _stage.AskAsync(_stage.Message(
            (string)button["text"]!, "tap", but: a => a["value"] = button["value"]!.DeepClone())))[^1]!;

        ((string)next["channelData"]!["guide"]!["step"]!).ShouldNotBe((string)first["channelData"]!["guide"]!["step"]!);
        ((string)next["replyToId"]!).Length.ShouldBe(32);
    }

    [Fact]
    public async Task The_same_activity_again_gets_the_same_replies_and_changes_nothing()
    {
        var message = _stage.Message("he is blue", "twice");
        var first = await _stage.AskAsync(message);

        var again = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _stage.AskAsync((JsonObject)message.DeepClone())));

        again.ShouldAllBe(a => JsonNode.DeepEquals(a, first));
        (await _stage.HistoryAsync(message)).Count.ShouldBe(1);
        await _stage.AskAsync(_stage.Message("he is blue", "twice", but: a => a["id"] = "another"));
        (await _stage.HistoryAsync(message)).Count.ShouldBe(2, "the same words under another id are news");
    }

    [Fact]
    public async Task The_same_id_in_another_conversation_or_channel_is_another_activity()
    {
        var message = _stage.Message("he is blue", "id-a", but: a => a["id"] = "1");
        await _stage.AskAsync(message);
        await _stage.AskAsync(_stage.Message("he is blue", "id-b", but: a => a["id"] = "1"));
        await _stage.AskAsync(_stage.Message("he is blue", "id-a", "webchat", a => a["id"] = "1"));

        (await _stage.HistoryAsync(message)).Count.ShouldBe(1);
        (await _stage.HistoryAsync(_stage.Message("", "id-b"))).Count.ShouldBe(1);
        (await _stage.HistoryAsync(_stage.Message("", "id-a", "webchat"))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_an_id_a_delivery_is_known_by_its_time_and_content()
    {
        var message = _stage.Message("he is blue", "no-id", but: a => a.Remove("id"));
        await _stage.AskAsync(message);
        await _stage.AskAsync((JsonObject)message.DeepClone());
        (await _stage.HistoryAsync(message)).Count.ShouldBe(1);

        var timeless = _stage.Message("no", "no-id", but: a => { a.Remove("id"); a.Remove("timestamp"); });
        await _stage.AskAsync(timeless);
        await _stage.AskAsync((JsonObject)timeless.DeepClone());
        (await _stage.HistoryAsync(message)).Count.ShouldBe(3, "the same short word twice may be news");
    }

    [Fact]
    public async Task A_burst_of_one_conversation_is_heard_one_after_the_other_and_nothing_is_lost()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => _stage.AskAsync(_stage.Message($"word {i}", "burst"))));

        answers.ShouldAllBe(a => a.Count > 0);
        (await _stage.HistoryAsync(_stage.Message("", "burst"))).Select(t => t.Turn).ShouldBe(Enumerable.Range(1, 20).Select(i => (long)i));
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("novelty")]
    [InlineData("endOfConversation")]
    [InlineData("messageReaction")]
    [InlineData("installationUpdate")]
    public async Task What_the_bot_does_not_hear_is_taken_and_changes_nothing(string type)
    {
        var activity = _stage.Message("he is blue", "type-" + type, but: a => a["type"] = type);

        (await _stage.PostAsync(activity, _stage.Token())).ShouldBe((200, ""));
        (await _stage.AskAsync(activity)).ShouldBeEmpty();
        (await _stage.HistoryAsync(activity)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("clock")]
    [InlineData("lost")]
    [InlineData("anything")]
    public async Task The_bots_own_events_do_not_come_from_outside(string name)
    {
        var activity = _stage.Message("", "event-" + name, but: a => (a["type"], a["name"]) = ("event", name));

        (await _stage.PostAsync(activity, _stage.Token())).Status.ShouldBe(200);
        (await _stage.HistoryAsync(activity)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_invoke_is_not_implemented()
    {
        var activity = _stage.Message("", "invoke", but: a => (a["type"], a["name"]) = ("invoke", "adaptiveCard/action"));

        (await _stage.PostAsync(activity, _stage.Token())).ShouldBe((501, ""));
    }

    [Fact]
    public async Task Nothing_is_kept_that_the_bot_does_not_need()
    {
        var message = _stage.Message("he is blue", "kept", but: a =>
        {
            (a["callerId"], a["locale"]) = ("urn:botframework:boss", new string('x', 1_000));
            a["channelData"] = new JsonObject { ["guide"] = new JsonObject { ["step"] = "respond/awake" }, ["tenant"] = "secret-tenant" };
            a["relatesTo"] = new JsonObject { ["serviceUrl"] = "https://evil.example" };
        });
        await _stage.AskAsync(message);

        var kept = (await _stage.HistoryAsync(message)).Single().Inbound!;

        foreach (var no in new[] { "callerId", "A Person", "secret-tenant", "evil.example", "xxxx", "expectReplies" })
        {
            kept.ShouldNotContain(no);
        }

        kept.ShouldContain("he is blue");
    }

    [Theory]
    [InlineData(8_001)]
    [InlineData(50_000)]
    public async Task Of_a_very_long_text_the_beginning_is_heard(int length)
    {
        var message = _stage.Message("he is blue " + new string('x', length), "long-" + length);

        (await _stage.AskAsync(message)).ShouldNotBeEmpty();
        (await _stage.HistoryAsync(message)).Single().Inbound!.Length.ShouldBeLessThan(9_000);
    }

    [Fact]
    public async Task The_bots_own_name_in_a_text_is_not_what_happened()
    {
        var message = _stage.Message("<at>Overdose Bot</at> hello", "mention", "msteams", a => a["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>Overdose Bot</at>",
            ["mentioned"] = new JsonObject { ["id"] = "bot-1", ["name"] = "Overdose Bot" },
        }));
        await _stage.AskAsync(message);

        var kept = (string)JsonNode.Parse((await _stage.HistoryAsync(message)).Single().Inbound!)!["text"]!;

        kept.ShouldBe("hello");
    }

    [Fact]
    public async Task No_log_line_holds_what_was_said_or_who_said_it()
    {
        await _stage.AskAsync(_stage.Message("he is indigo", "+15550100200", "sms"));
        await _stage.PostAsync(_stage.Message("he is indigo", "+15550100200", "sms"), "forged");

        _stage.Server.Logs.All.ShouldNotContain(l => l.Contains("indigo") || l.Contains("5550100200") || l.Contains("user-1"));
    }

    private JsonObject Joined(string conversation, params string[] members) => _stage.Message("", conversation, but: a =>
    {
        a["type"] = "conversationUpdate";
        a["membersAdded"] = new JsonArray([.. members.Select(m => new JsonObject { ["id"] = m })]);
    });
}
