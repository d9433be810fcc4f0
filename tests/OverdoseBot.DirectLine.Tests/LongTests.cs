using System.Text.Json.Nodes;
using OverdoseBot.Channels.DirectLine;
using OverdoseBot.Journal;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>Long posts and long conversations: no request holds more of them in memory than a few turns.</summary>
public sealed class LongTests
{
    private static readonly DateTimeOffset _now = DateTimeOffset.UtcNow;

    [Fact]
    public async Task What_an_activity_has_beside_its_text_is_limited_and_the_error_says_what_to_do()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        foreach (var name in new[] { "channelData", "value", "speak", "novelty" })
        {
            var large = Visitor.Said(" ");
            large[name] = name == "channelData" ? new JsonObject { ["x"] = new string('x', InboundActivity.MostBesideText) } : new string('x', InboundActivity.MostBesideText);

            var refused = await visitor.PostAsync(large);

            (refused.Code, refused.Error).ShouldBe((413, "TooLarge"), name);
            ((string?)refused.Json!["error"]!["message"])!.ShouldContain("Send less");
        }

        (await visitor.ReadAsync()).Activities.Length.ShouldBe(1, "nothing of it was kept");
    }

    [Theory]
    [InlineData("attachments")]
    [InlineData("channelData")]
    [InlineData("novelty")]
    public async Task A_text_with_much_beside_it_is_heard_and_the_rest_let_go(string name)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        var picture = Visitor.Said("he is not breathing", "c1");
        var much = new string('x', 100_000);
        switch (name)
        {
            case "attachments":
                picture[name] = new JsonArray(new JsonObject { ["contentType"] = "image/jpeg", ["contentUrl"] = "data:image/jpeg;base64," + much });
                break;
            case "channelData":
                picture[name]!["x"] = much;
                break;
            default:
                picture[name] = much;
                break;
        }

        var posted = await visitor.PostRawAsync(picture.ToJsonString());

        posted.Code.ShouldBe(200);
        var all = (await visitor.ReadAsync()).Activities;
        var echo = all.Single(a => (string?)a["id"] == posted["id"]);
        ((string?)echo["text"], (string?)echo["channelData"]!["clientActivityID"]).ShouldBe(("he is not breathing", "c1"));
        echo.ToJsonString().Length.ShouldBeLessThan(1_000);
        ((string?)all[^1]["text"])!.ShouldContain("ush hard and fast");
    }

    [Fact]
    public async Task The_longest_text_and_all_that_a_client_sends_with_it_is_taken_however_it_is_escaped()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        var long8000 = string.Concat(Enumerable.Repeat("\U0001F600é\"", 2_000));
        var post = Visitor.Said(long8000, "long");
        post["channelData"]!["messageBack"] = new JsonObject { ["displayText"] = string.Concat(Enumerable.Repeat("é", 8_000)) };
        post["entities"] = new JsonArray(new JsonObject { ["type"] = "ClientCapabilities", ["requiresBotState"] = true, ["supportsListening"] = true, ["supportsTts"] = true });

        var posted = await visitor.PostRawAsync(post.ToJsonString());

        posted.Code.ShouldBe(200);
        ((string?)(await visitor.ReadAsync()).Activities.Single(a => (string?)a["id"] == posted["id"])["text"]).ShouldBe(long8000);
    }

    [Fact]
    public async Task Long_posts_are_read_in_several_sets_none_lost_and_none_twice_and_the_largest_gets_through()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        int[] sizes = [.. Enumerable.Repeat(10, 20), .. Enumerable.Repeat(90_000, 30), 700_000, .. Enumerable.Repeat(10, 90)];
        await KeepAsync(server, visitor.Conversation, sizes);
        var journal = new CountedHistory(server.Journal);
        var transcript = new Transcript(journal);

        var (all, cursor, sets) = (new List<string>(), Cursor.Start, 0);
        ActivitySet set;
        do
        {
            set = await transcript.ReadAsync(visitor.Conversation, cursor, default);
            set.Activities.ShouldNotBeEmpty();
            set.Activities.Take(set.Activities.Count - 2).Sum(a => a.Length).ShouldBeLessThan(Transcript.Full);
            all.AddRange(set.Activities);
            (cursor, sets) = (set.Cursor, sets + 1);
        }
        while (set.More);

        sets.ShouldBeGreaterThan(10);
        var shown = all.Select(a => JsonNode.Parse(a)!).ToList();
        shown.Count.ShouldBe(1 + sizes.Length);
        shown.Skip(1).Select(a => ((string)a["text"]!).Length).ShouldBe(sizes);
        shown.Select(a => (string)a["id"]!).ShouldBeUnique();
        shown.Zip(shown.Skip(1)).ShouldAllBe(p => string.CompareOrdinal((string?)p.First["timestamp"], (string?)p.Second["timestamp"]) < 0);
        journal.Most.ShouldBeLessThanOrEqualTo(17);

        // A poller and a stream see the same.
        var (polled, watermark) = (new List<string?>(), "");
        while (await visitor.ReadAsync(watermark) is { Activities.Length: > 0 } page)
        {
            polled.AddRange(page.Activities.Select(a => (string?)a["id"]));
            watermark = page.Watermark;
        }

        polled.ShouldBe(shown.Select(a => (string?)a["id"]));
        using var stream = await visitor.ListenAsync();
        await stream.UntilAsync(a => (string?)a["id"] == polled[^1]);
        stream.Activities.Select(a => (string?)a["id"]).ShouldBe(polled);
    }

    [Fact]
    public async Task A_conversation_that_is_forgotten_while_it_is_read_is_read_anew()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        await KeepAsync(server, visitor.Conversation, [.. Enumerable.Repeat(10, 40)]);
        var journal = new CountedHistory(server.Journal) { OnThird = () => server.Journal.ForgetAsync(visitor.Conversation, default).AsTask() };
        var transcript = new Transcript(journal);

        var first = await transcript.ReadAsync(visitor.Conversation, Cursor.Start, default);
        first.More.ShouldBeTrue("what came of it is not the end");
        await visitor.SayAsync("he is blue");
        var second = await transcript.ReadAsync(visitor.Conversation, first.Cursor, default);

        second.More.ShouldBeFalse();
        second.Activities.Select(a => (string?)JsonNode.Parse(a)!["text"]).ShouldContain("he is blue");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(31)]
    [InlineData(200)]
    [InlineData(1_000)]
    public async Task A_retry_is_known_again_behind_any_number_of_turns_and_reads_only_the_last(int before)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        await KeepAsync(server, visitor.Conversation, [.. Enumerable.Repeat(10, before)]);
        var post = Visitor.Said("he is blue", "first");
        post["localTimestamp"] = _now.ToString("O");
        var first = await visitor.PostAsync(post);
        await visitor.SayAsync("what");
        var retry = Visitor.Said("he is blue", "second");
        retry["channelData"]!["webChat"] = new JsonObject { ["receivedAt"] = _now.ToUnixTimeMilliseconds() + 7 };
        retry["channelData"]!["webchat:sequence-id"] = 12.5;
        var journal = new CountedHistory(server.Journal);
        var claims = new TokenClaims(visitor.Conversation, "dl_x", TokenUse.Rest, 0, 0);

        var key = await new Retries(journal).KeyAsync(visitor.Conversation, InboundActivity.Read(retry.ToJsonString(), claims, "https://bot.example"), default);
        key.ShouldBe(InboundKey.Of(InboundActivity.Read(post.ToJsonString(), claims, "https://bot.example")));
        journal.Most.ShouldBeLessThanOrEqualTo(8);
        journal.Turns.ShouldBeLessThanOrEqualTo(64);
        (await visitor.PostAsync(retry))["id"].ShouldBe(first["id"]);
    }

    // As the service kept posts before they were limited.
    private static async Task KeepAsync(Server server, string conversation, IReadOnlyList<int> sizes)
    {
        var opened = await server.Journal.BeginAsync(conversation, "look", default);
        foreach (var (size, i) in sizes.Select((s, i) => (s, i)))
        {
            var post = Visitor.Said(new string('x', size), $"kept {i}").ToJsonString();
            var turn = new TurnEntry(conversation, opened.Version, $"dl/kept/{i}", opened.Record!.Value, post, [], null, _now, FromPerson: true);
            (await server.Journal.CommitAsync(turn, default)).ShouldBeOfType<CommitOutcome.Done>();
            opened = await server.Journal.BeginAsync(conversation, "look", default);
        }
    }
}
