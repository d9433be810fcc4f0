namespace OverdoseBot.Connector.Tests;

/// <summary>How replies reach the channel (wire-protocols.md 2.2).</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task A_reply_goes_to_the_activity_that_it_answers_with_the_bots_token()
    {
        await using var stage = await Stage.SetAsync();
        var message = stage.Message("he is blue", "19:a|b+c;d e/f", but: a => a["id"] = "id|1");

        (await stage.PostAsync(message, stage.Token())).ShouldBe((200, ""));
        var reply = (await stage.Far.UntilAsync(1))[0];

        reply.Path.ShouldBe("/teams/v3/conversations/19%3Aa%7Cb%2Bc%3Bd%20e%2Ff/activities/id%7C1");
        reply.Authorization.ShouldBe("Bearer bot-token-1");
        reply.Text.ShouldContain("911");
        ((string)reply.Activity["replyToId"]!).ShouldBe("id|1");
        ((string)reply.Activity["recipient"]!["id"]!).ShouldBe("user-1");
        ((string)reply.Activity["from"]!["id"]!).ShouldBe("bot-1");
        reply.Activity.ContainsKey("id").ShouldBeFalse("ids are the channel's to give");
        reply.Activity.ContainsKey("timestamp").ShouldBeFalse();
        var form = stage.Issuer.Asked.Single();
        (form["grant_type"], form["client_id"], form["client_secret"], form["scope"]).ShouldBe(
            ("client_credentials", Claims.App, "not a real secret", "https://api.botframework.com/.default"));
    }

    [Fact]
    public async Task A_greeting_and_a_clock_answer_nothing_and_are_appended()
    {
        await using var stage = await Stage.SetAsync();
        var joined = stage.Message("", but: a => (a["type"], a["membersAdded"]) = ("conversationUpdate", new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["id"] = "user-1" })));

        (await stage.PostAsync(joined, stage.Token())).Status.ShouldBe(200);
        var greeting = (await stage.Far.UntilAsync(1))[0];
        await stage.SayAsync("he does not wake up");
        await stage.PassAsync(TimeSpan.FromMinutes(2));
        var clock = (await stage.Far.UntilAsync(3))[2];

        greeting.Path.ShouldBe("/teams/v3/conversations/c1/activities");
        clock.Path.ShouldBe("/teams/v3/conversations/c1/activities");
        clock.Activity.ContainsKey("replyToId").ShouldBeFalse();
    }

    [Fact]
    public async Task One_token_serves_many_replies()
    {
        await using var stage = await Stage.SetAsync();
        for (var i = 0; i < 5; i++)
        {
            await stage.SayAsync("he is blue", conversation: $"c{i}");
        }

        stage.Far.All.ShouldAllBe(r => r.Authorization == "Bearer bot-token-1");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(408)]
    [InlineData(412)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(401)]
    public async Task What_may_still_get_through_is_tried_again_and_what_follows_waits_for_it(int status)
    {
        await using var stage = await Stage.SetAsync();
        stage.Far.Answers.Enqueue((status, null));
        stage.Far.Answers.Enqueue((status, null));
        await stage.SayAsync("he is blue");
        (await stage.PostAsync(stage.Message("he does not breathe"), stage.Token())).Status.ShouldBe(200);

        var first = await stage.PassUntilRetryAsync();
        await stage.Far.UntilAsync(2);
        var second = await stage.PassUntilRetryAsync();
        await stage.Far.UntilAsync(4);

        first.ShouldBeInRange(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1.1));
        second.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2.1));
        var texts = stage.Far.All.Select(r => r.Text).ToList();
        texts[1].ShouldBe(texts[0]);
        texts[2].ShouldBe(texts[0]);
        texts[3].ShouldNotBe(texts[0]);
        stage.Far.Taken.Select(r => r.Text).ShouldBe([texts[0], texts[3]]);
        if (status == 401)
        {
            stage.Far.All.Select(r => r.Authorization).ShouldBe(["Bearer bot-token-1", "Bearer bot-token-2", "Bearer bot-token-3", "Bearer bot-token-3"], "a token that was refused is not sent again");
        }
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Sun, 01 Mar 2026 20:00:07 GMT")]
    public async Task A_channel_that_says_how_long_to_wait_is_believed(string retryAfter)
    {
        await using var stage = await Stage.SetAsync();
        stage.Far.Answers.Enqueue((429, retryAfter));
        await stage.SayAsync("he is blue");

        (await stage.PassUntilRetryAsync()).ShouldBeInRange(TimeSpan.FromSeconds(6.9), TimeSpan.FromSeconds(7.1));
        await stage.Far.UntilAsync(2);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(301)]
    public async Task What_cannot_get_through_is_dropped_and_the_next_reply_goes_out(int status)
    {
        await using var stage = await Stage.SetAsync();
        stage.Far.Answers.Enqueue((status, null));
        await stage.SayAsync("he is indigo");

        await stage.SayAsync("he does not breathe");

        stage.Far.Taken.Count.ShouldBe(1);
        stage.Server.Logs.All.ShouldContain(l => l.Contains("given up"));
        stage.Server.Logs.All.ShouldNotContain(l => l.Contains("indigo") || l.Contains("user-1"));
    }

    [Fact]
    public async Task One_conversations_trouble_holds_up_no_other()
    {
        await using var stage = await Stage.SetAsync();
        stage.Far.Answers.Enqueue((503, null));
        await stage.SayAsync("he is blue", conversation: "slow");

        (await stage.SayAsync("he is blue", conversation: "other")).Conversation.ShouldBe("other");
    }

    [Fact]
    public async Task Replies_outlive_an_outage_of_the_login_service()
    {
        await using var stage = await Stage.SetAsync();
        await stage.SayAsync("he is blue", conversation: "before");
        stage.Issuer.Away = true;

        (await stage.SayAsync("he is blue", conversation: "during")).Authorization.ShouldBe("Bearer bot-token-1");
    }

    [Fact]
    public async Task Without_any_token_a_reply_waits_for_one()
    {
        await using var stage = await Stage.SetAsync();
        (await stage.PostAsync("{}", "Bearer " + stage.Token())).Status.ShouldBe(400, "its keys are held");
        stage.Issuer.Away = true;
        (await stage.PostAsync(stage.Message("he is blue"), stage.Token())).Status.ShouldBe(200);
        var start = stage.Now;
        await stage.PassUntilRetryAsync();
        stage.Issuer.Away = false;

        // The login service is asked again after five seconds.
        while (stage.Now - start < TimeSpan.FromSeconds(5))
        {
            stage.Far.All.ShouldBeEmpty();
            await stage.PassUntilRetryAsync();
        }

        (await stage.Far.UntilAsync(1))[0].Authorization.ShouldBe("Bearer bot-token-1");
    }

    [Fact]
    public async Task A_message_that_is_delivered_again_is_answered_once()
    {
        await using var stage = await Stage.SetAsync();
        var message = stage.Message("he is blue");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => stage.PostAsync(message, stage.Token())));
        answers.ShouldAllBe(a => a.Status == 200);
        await stage.Far.UntilAsync(1);

        await stage.SayAsync("he does not breathe");

        stage.Far.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Replies_that_the_caller_waits_for_are_not_sent_and_its_clocks_are()
    {
        await using var stage = await Stage.SetAsync();
        var asked = await stage.AskAsync(stage.Message("he does not wake up"));
        asked.ShouldNotBeEmpty();

        await stage.PassAsync(TimeSpan.FromMinutes(2));
        var clock = (await stage.Far.UntilAsync(1))[0];

        clock.Text.ShouldNotBe((string)asked[^1]!["text"]!);
    }

    [Fact]
    public async Task With_the_store_away_the_emergency_card_is_brought_at_once()
    {
        await using var stage = await Stage.SetAsync();
        stage.Server.Journal.Away = true;

        var card = await stage.SayAsync("he is blue");
        card.Text.ShouldContain("911");
        ((string)(await stage.AskAsync(stage.Message("he is blue")))[0]!["text"]!).ShouldContain("911");
        stage.Far.Answers.Enqueue((503, null));
        (await stage.PostAsync(stage.Message("he is blue"), stage.Token())).Status.ShouldBe(503, "the channel tells its user");
    }

    [Fact]
    public async Task What_waits_outlives_a_restart()
    {
        await using var stage = await Stage.SetAsync();
        stage.Far.Answers.Enqueue((503, null));
        await stage.SayAsync("he is blue");

        await stage.RestartAsync();
        await stage.PassUntilRetryAsync();

        (await stage.Far.UntilAsync(2))[1].Text.ShouldBe(stage.Far.All.First().Text);
    }
}
