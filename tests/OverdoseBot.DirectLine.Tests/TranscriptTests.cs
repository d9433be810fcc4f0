using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using OverdoseBot.Channels;
using OverdoseBot.Journal;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>What clients read: DL-19 to DL-21 and DL-23.</summary>
public sealed class TranscriptTests
{
    [Fact]
    public async Task DL19_in_a_burst_at_one_moment_order_holds_ids_are_unique_and_timestamps_only_grow()
    {
        // The clock stands still: every turn has the same millisecond.
        await using var server = await Server.StartAsync(new FakeTimeProvider(DateTimeOffset.UtcNow));
        var visitor = await Visitor.StartedAsync(server.Http);
        using var stream = await visitor.ListenAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => visitor.SayAsync("he is blue", $"burst-{i}")));
        for (var i = 0; i < 40; i++)
        {
            await stream.ReplyAsync($"burst-{i}");
        }

        var all = new List<JsonObject>();
        var watermark = "";
        while (await visitor.ReadAsync(watermark) is { Activities.Length: > 0 } page)
        {
            all.AddRange(page.Activities);
            watermark = page.Watermark;
        }

        var stamps = all.Select(Stamp).ToList();
        stamps.Zip(stamps.Skip(1)).ShouldAllBe(pair => pair.First < pair.Second);
        all.Select(Id).Distinct().Count().ShouldBe(all.Count);
        foreach (var (answered, index) in all.Select((a, i) => ((string?)a["replyToId"], i)).Where(a => a.Item1 is not null))
        {
            all.FindIndex(a => Id(a) == answered).ShouldBeInRange(0, index - 1);
        }

        // Wherever a reader came in, it saw the same.
        stream.Activities.Select(a => (Id(a), Stamp(a))).ShouldBe(all.Select(a => (Id(a), Stamp(a))));
        (await visitor.ReadAsync(watermark)).ShouldSatisfyAllConditions(p => p.Activities.ShouldBeEmpty(), p => p.Watermark.ShouldBe(watermark));
    }

    [Fact]
    public async Task DL19_every_watermark_on_the_way_goes_on_with_the_very_same_activities()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        var seen = new List<string>();
        var watermark = "";
        foreach (var text in new[] { "he is blue", "not waking", "no", "what" })
        {
            await visitor.SayAsync(text);
            var (news, next) = await visitor.ReadAsync(watermark);
            seen.AddRange(news.Select(a => a.ToJsonString()));
            watermark = next;
        }

        (await visitor.ReadAsync()).Activities.Select(a => a.ToJsonString()).ShouldBe(seen);
    }

    [Fact]
    public async Task DL19_a_clock_rings_into_the_stream_with_no_echo()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await Server.StartAsync(time);
        var visitor = await Visitor.StartedAsync(server.Http);
        using var stream = await visitor.ListenAsync();
        await visitor.SayAsync("he will not wake up", "start");
        await stream.ReplyAsync("start");
        var before = stream.Activities.Count;

        // In one leap: what is on its way over the stream is given ten seconds of this time. A nap that began meanwhile ends soon after.
        time.SetUtcNow((await server.Journal.NextDueAsync(default)).ShouldNotBeNull().AddMilliseconds(1));
        var ringing = stream.UntilAsync(a => stream.Activities.IndexOf(a) >= before);
        while (await Task.WhenAny(ringing, Task.Delay(50)) != ringing)
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
        }

        var rung = await ringing;
        rung.ContainsKey("replyToId").ShouldBeFalse();
        ((string?)rung["from"]!["role"]).ShouldBe("bot");
        ((string?)rung["channelId"]).ShouldBe("directline");
        ((string?)rung["conversation"]!["id"]).ShouldBe(visitor.Conversation);
        stream.Activities.ShouldAllBe(a => (string?)a["type"] == "message");
    }

    [Theory]
    [InlineData("conversationUpdate")]
    [InlineData("trace")]
    [InlineData("endOfConversation")]
    [InlineData("invoke")]
    public async Task DL20_what_no_client_can_show_is_not_relayed(string type)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        using var stream = await visitor.ListenAsync();
        var activity = ActivityJson.Write(new Activity(type) { Name = "x" });
        var opened = await server.Journal.BeginAsync(visitor.Conversation, "k", default);
        await server.Journal.CommitAsync(
            new TurnEntry(visitor.Conversation, opened.Version, "dl/k", opened.Record!.Value, activity, [activity], null, DateTimeOffset.UtcNow, false), default);

        (await visitor.PostAsync(new JsonObject { ["type"] = type, ["channelData"] = new JsonObject { ["clientActivityID"] = "x" } })).Code.ShouldBe(200);
        await visitor.SayAsync("he is blue", "next");
        await stream.ReplyAsync("next");

        stream.Activities.ShouldAllBe(a => (string?)a["type"] == "message");
        (await visitor.ReadAsync()).Activities.ShouldAllBe(a => (string?)a["type"] == "message");
    }

    [Fact]
    public async Task DL21_a_restart_loses_nothing_and_a_watermark_goes_on()
    {
        var folder = Server.NewFolder();
        JsonObject[] before;
        string token, conversation, watermark;
        await using (var server = await Server.StartAsync(folder: folder))
        {
            var visitor = await Visitor.StartedAsync(server.Http);
            await visitor.SayAsync("he will not wake up");
            (before, watermark) = await visitor.ReadAsync();
            (token, conversation) = (visitor.Token, visitor.Conversation);
        }

        await using (var server = await Server.StartAsync(folder: folder))
        {
            var visitor = new Visitor(server.Http, token, conversation);
            (await visitor.ReconnectAsync(watermark)).Code.ShouldBe(200);
            (await visitor.ReadAsync()).Activities.Select(a => a.ToJsonString()).ShouldBe(before.Select(a => a.ToJsonString()));
            using var stream = await visitor.ListenAsync(watermark);
            await visitor.SayAsync("not waking", "again");
            await stream.ReplyAsync("again");
            ((string?)stream.Activities[0]["channelData"]!["clientActivityID"]).ShouldBe("again", "the old is not sent twice");
            (await visitor.StartAsync()).Code.ShouldBe(200);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task DL21_a_conversation_that_was_forgotten_begins_anew_under_its_name()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        await visitor.SayAsync("he is blue");
        await visitor.SayAsync("not waking");
        var (old, watermark) = await visitor.ReadAsync();
        await server.Journal.ForgetAsync(visitor.Conversation, default);

        (await visitor.ReconnectAsync(watermark)).Code.ShouldBe(200);
        var (fresh, _) = await visitor.ReadAsync(watermark);
        using var stream = await visitor.ListenAsync(watermark);
        await stream.UntilAsync(a => (string?)a["type"] == "message");

        ((string)fresh.ShouldHaveSingleItem()["text"]!).ShouldSatisfyAllConditions(t => t.ShouldContain("911"), t => t.ShouldStartWith(Lost));
        Id(stream.Activities[0]).ShouldBe(Id(fresh[0]));
        old.Select(Id).ShouldNotContain(Id(fresh[0]), "a page that knows the old ids must show the new ones");
    }

    [Fact]
    public async Task DL21_a_page_that_was_open_all_the_time_is_told_before_its_post_is_answered()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        visitor.Token = (await visitor.StartAsync())["token"];
        await visitor.SayAsync("he is blue");
        await server.Journal.ForgetAsync(visitor.Conversation, default);

        await visitor.PostAsync(JsonNode.Parse("""{"type":"event","name":"call-tapped"}""")!);
        await visitor.SayAsync("not breathing");
        var texts = (await visitor.ReadAsync()).Activities.Select(a => (string?)a["text"]).OfType<string>().ToList();

        texts.Count.ShouldBe(3);
        texts[0].ShouldStartWith(Lost);
        texts[2].ShouldContain("Push hard and fast");
    }

    [Fact]
    public async Task DL21_a_new_conversation_is_not_told_that_anything_was_lost()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        server.Journal.Away = true;
        var later = await Visitor.NewAsync(server.Http);
        later.Token = (await later.StartAsync())["token"];
        server.Journal.Away = false;
        var refreshed = await Visitor.CallAsync(server.Http, HttpMethod.Post, "/v3/directline/tokens/refresh", later.Token, null);

        refreshed.Code.ShouldBe(200);
        foreach (var token in new[] { later.Token, (string)refreshed["token"]! })
        {
            var reader = new Visitor(server.Http, token, later.Conversation);
            ((string)(await reader.ReadAsync()).Activities[0]["text"]!).ShouldNotContain(Lost);
        }

        ((string)(await visitor.ReadAsync()).Activities[0]["text"]!).ShouldNotContain(Lost);
    }

    [Fact]
    public async Task DL23_polling_works_and_a_store_that_is_away_does_not_end_it()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        var (greeting, watermark) = await visitor.ReadAsync();
        greeting.ShouldHaveSingleItem();

        server.Journal.Away = true;
        var (card, same) = await visitor.ReadAsync(watermark);
        server.Journal.Away = false;
        await visitor.SayAsync("he is blue");
        var (news, _) = await visitor.ReadAsync(watermark);

        ((string)card.ShouldHaveSingleItem()["text"]!).ShouldContain("911");
        same.ShouldBe(watermark);
        news.Length.ShouldBeGreaterThanOrEqualTo(2);
    }

    private static string Lost => Server.House.Library.Words["conversation.lost"];

    private static string Id(JsonObject activity) => (string)activity["id"]!;

    private static DateTimeOffset Stamp(JsonObject activity)
    {
        var text = (string)activity["timestamp"]!;
        text.ShouldEndWith("Z");
        return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }
}
