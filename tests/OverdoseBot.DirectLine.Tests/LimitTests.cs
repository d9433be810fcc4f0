using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>What is too much from one address is answered with the emergency card, never with an error and never with silence; an emergency is answered longest.</summary>
public sealed class LimitTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task A_flood_of_new_chats_gets_the_card_on_stream_and_poll_open_chats_go_on_and_later_it_is_greeted()
    {
        await using var server = await Server.StartAsync(o => o with { NewChats = new Allowance(1, 1, 2) }, _time);
        var open = await Visitor.StartedAsync(server.Http);
        await Visitor.StartedAsync(server.Http);

        var visitor = await Visitor.NewAsync(server.Http);
        var start = await visitor.StartAsync();
        using var stream = await Listener.OpenAsync(start["streamUrl"]);

        start.Code.ShouldBe(201);
        IsCard(await stream.UntilAsync(IsSaid));
        IsCard((await visitor.ReadAsync()).Activities.ShouldHaveSingleItem());
        (await visitor.SayAsync("he is blue", "too much")).Code.ShouldBe(200);
        IsCard(await stream.ReplyAsync("too much"));
        (await TurnsAsync(server, visitor)).ShouldBe(0);

        (await open.SayAsync("he is blue", "fine")).Code.ShouldBe(200);
        (await open.ReadAsync()).Activities.ShouldContain(a => IsSaid(a) && a["replyToId"] != null);

        _time.Advance(TimeSpan.FromSeconds(5));
        (await visitor.SayAsync("he is blue", "now")).Code.ShouldBe(200);
        await stream.ReplyAsync("now");
        (await TurnsAsync(server, visitor)).ShouldBe(2, "the greeting and the answer");
    }

    [Fact]
    public async Task A_flood_of_messages_gets_the_card_on_stream_and_poll_and_touches_no_store()
    {
        await using var server = await Server.StartAsync(o => o with { Posts = new Allowance(1, 1, 3) }, _time);
        var visitor = await Visitor.StartedAsync(server.Http);
        using var stream = await visitor.ListenAsync();
        foreach (var id in new[] { "1", "2", "3" })
        {
            await visitor.SayAsync("he is blue", id);
            ((string?)(await stream.ReplyAsync(id))["channelData"]!["guide"]!["step"]).ShouldNotBeNull();
        }

        var turns = await TurnsAsync(server, visitor);
        turns.ShouldBe(4, "an emergency is answered beyond the first allowance");
        var watermark = (await visitor.ReadAsync()).Watermark;

        (await visitor.SayAsync("he is blue", "4")).Code.ShouldBe(200);

        IsCard(await stream.ReplyAsync("4"));
        var (polled, same) = await visitor.ReadAsync(watermark);
        polled.Select(a => (string?)a["id"]).ShouldBe(stream.Activities.TakeLast(2).Select(a => (string?)a["id"]), "what the stream brought, and once");
        same.ShouldBe(watermark);
        (await TurnsAsync(server, visitor)).ShouldBe(turns);

        _time.Advance(TimeSpan.FromSeconds(10));
        (await visitor.ReadAsync(watermark)).Activities.ShouldBeEmpty("it is out of sight");
        await visitor.SayAsync("he is blue", "5");
        await stream.ReplyAsync("5");
        (await TurnsAsync(server, visitor)).ShouldBe(turns + 1, "whoever slows down is heard");
    }

    [Fact]
    public async Task Beyond_the_first_allowance_who_prepares_gets_the_card_and_bad_news_from_them_is_answered()
    {
        await using var server = await Server.StartAsync(o => o with { Posts = new Allowance(1, 1, 10) }, _time);
        var visitor = await Visitor.StartedAsync(server.Http);
        using var stream = await visitor.ListenAsync();
        await visitor.SayAsync("i want to be ready", "1");
        await stream.ReplyAsync("1");

        await visitor.SayAsync("next", "2");
        IsCard(await stream.ReplyAsync("2"));

        await visitor.SayAsync("he is not breathing", "3");
        ((string?)(await stream.ReplyAsync("3"))["channelData"]!["guide"]!["kind"]).ShouldBe("emergency");
        (await TurnsAsync(server, visitor)).ShouldBe(3);
    }

    [Fact]
    public async Task Whoever_looks_too_often_finds_the_card_and_a_stream_that_says_it_and_ends()
    {
        await using var server = await Server.StartAsync(o => o with { Looks = new Allowance(2, 1, 2) }, _time);
        var visitor = await Visitor.StartedAsync(server.Http);
        var url = (await visitor.ReconnectAsync())["streamUrl"];

        IsCard((await visitor.ReadAsync()).Activities.ShouldHaveSingleItem());
        (await visitor.StartAsync()).Code.ShouldBe(201);
        using var stream = await Listener.OpenAsync(url);
        IsCard(await stream.UntilAsync(IsSaid));
        (await stream.ClosedAsync()).ShouldBe(WebSocketCloseStatus.PolicyViolation);

        _time.Advance(TimeSpan.FromSeconds(2));
        (await visitor.ReadAsync()).Activities.ShouldHaveSingleItem()["channelData"]!["guide"]!["step"]!.ToString().ShouldBe("respond/start");
    }

    [Fact]
    public async Task Addresses_are_counted_apart_where_a_proxy_in_front_is_trusted_to_tell_them()
    {
        await using var trusting = await Server.StartAsync(o => o with { NewChats = new Allowance(1, 1, 1) }, _time, settings: ("ForwardedHeaders_Enabled", "true"));
        (await BeginsAsync(trusting, "198.51.100.1")).ShouldBe("respond/start");
        (await BeginsAsync(trusting, "198.51.100.1")).ShouldNotBe("respond/start");
        (await BeginsAsync(trusting, "198.51.100.2")).ShouldBe("respond/start");

        await using var other = await Server.StartAsync(o => o with { NewChats = new Allowance(1, 1, 1) }, _time);
        (await BeginsAsync(other, "198.51.100.1")).ShouldBe("respond/start");
        (await BeginsAsync(other, "198.51.100.2")).ShouldNotBe("respond/start", "nobody may choose an address for themself");
    }

    [Fact]
    public async Task The_limits_can_be_switched_off()
    {
        var one = new Allowance(1, 1, 1);
        await using var server = await Server.StartAsync(o => o with { NewChats = one, Posts = one, Looks = one }, _time, settings: ("RateLimit:Enabled", "false"));
        for (var i = 0; i < 5; i++)
        {
            var visitor = await Visitor.StartedAsync(server.Http);
            await visitor.SayAsync("he is blue");
            await visitor.SayAsync("not breathing");
            (await TurnsAsync(server, visitor)).ShouldBe(3);
        }
    }

    private static async Task<string?> BeginsAsync(Server server, string address)
    {
        var visitor = await Visitor.NewAsync(server.Http);
        await Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + "/conversations", visitor.Token, null, ("X-Forwarded-For", address));
        var turns = await server.Journal.HistoryAsync(visitor.Conversation, 0, 1, default);
        return turns is [var hello] ? (string?)JsonNode.Parse(hello.Outgoing[0])!["channelData"]!["guide"]!["step"] : null;
    }

    private static async Task<int> TurnsAsync(Server server, Visitor visitor) => (await server.Journal.HistoryAsync(visitor.Conversation, 0, 100, default)).Count;

    private static bool IsSaid(JsonObject activity) => (string?)activity["type"] == "message" && (string?)activity["from"]!["role"] == "bot";

    // The card is the step that is said when nothing is known, with the number.
    private static void IsCard(JsonObject activity)
    {
        ((string)activity["text"]!).ShouldContain("911");
        ((string)activity["id"]!).ShouldNotContain("|0");
        ((string?)activity["channelData"]!["guide"]!["call"]).ShouldBe("911");
    }
}
