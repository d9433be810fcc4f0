using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using OverdoseBot.Channels.DirectLine;
using OverdoseBot.Web;
using OverdoseBot.Wiring;

namespace OverdoseBot.DirectLine.Tests.Hub;

/// <summary>What may come to the hub's address: forgeries, garbage, too much, too early, too late.</summary>
public sealed class BadHubTests
{
    [Fact]
    public async Task Only_the_secret_opens_it_and_only_names_that_we_made_are_conversations()
    {
        await using var bench = await HubBench.OpenAsync();
        var got = await bench.ConnectAsync();
        var path = $"{got.ServiceUrl}/v3/conversations/{got.Conversation}/activities";
        const string Body = """{"type":"message","text":"stop pushing"}""";

        (await bench.Hub.SendAsync(path, Body, secret: null)).ShouldSatisfyAllConditions(
            a => a.Code.ShouldBe(401), a => a.Error.ShouldBe("Unauthorized"), a => a.Message.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer"));
        foreach (var secret in (string[])["hub-secret-012345678", ScriptedHub.Secret + "0", ScriptedHub.Secret.ToUpperInvariant(), bench.Person.Token])
        {
            (await bench.Hub.SendAsync(path, Body, secret)).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(403), a => a.Error.ShouldBe("Forbidden"));
        }

        var flipped = (got.Conversation[0] == 'A' ? 'B' : 'A') + got.Conversation[1..];
        foreach (var name in (string[])[bench.Person.Conversation, "x", "%20", "..%2F..", flipped, got.Conversation + "AAAA", new string('A', 4_000)])
        {
            (await bench.Hub.SendAsync($"{got.ServiceUrl}/v3/conversations/{name}/activities", Body)).ShouldSatisfyAllConditions(
                a => a.Code.ShouldBe(404), a => a.Error.ShouldBe("NotFound"));
        }

        (await bench.Hub.SendAsync($"{got.ServiceUrl}/v3/other", Body)).Code.ShouldBe(404);
        (await bench.ReadAsync()).ShouldBeEmpty();
        (await bench.Hub.SendAsync(path + "/1234", Body)).Code.ShouldBe(200);
        (await bench.ReadAsync()).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("garbage", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("\"text\"", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"type":""}""", 400)]
    [InlineData("""{"type":"message"}""", 400)]
    [InlineData("""{"type":"message","text":""}""", 400)]
    [InlineData("""{"type":"message","text":" \u0000\u0007\u202e "}""", 400)]
    [InlineData("""{"type":"message","attachments":[{"contentType":"image/png","contentUrl":"https://x.example/"}]}""", 400)]
    [InlineData("""{"type":"message","text":{"a":1}}""", 400)]
    [InlineData("""{"type":"event","name":"handoff.status"}""", 200)]
    [InlineData("""{"type":"event","name":"handoff.status","value":"accepted"}""", 200)]
    [InlineData("""{"type":"event","name":"handoff.status","value":{"state":7}}""", 200)]
    [InlineData("""{"type":"event","name":"handoff.status","value":{"state":"queued","message":"3 ahead of you"}}""", 200)]
    [InlineData("""{"type":"event","name":"clock"}""", 200)]
    [InlineData("""{"type":"event","name":"handoff.lost","value":{"handoff":"1"}}""", 200)]
    [InlineData("""{"type":"event","name":"set","value":{"region":"uk"}}""", 200)]
    [InlineData("""{"type":"typing"}""", 200)]
    [InlineData("""{"type":"invoke","name":"x"}""", 200)]
    [InlineData("""{"type":"something/new","value":[1,2,3]}""", 200)]
    public async Task Garbage_is_answered_clearly_and_says_nothing_to_the_person(string body, int code)
    {
        await using var bench = await HubBench.OpenAsync();
        var got = await bench.ConnectAsync();
        var answer = await bench.Hub.SendAsync($"{got.ServiceUrl}/v3/conversations/{got.Conversation}/activities", body);
        answer.Code.ShouldBe(code, answer.Json?.ToJsonString());
        if (code != 200)
        {
            answer.Error.ShouldNotBeNull();
        }

        await bench.SettleAsync();
        (await bench.ReadAsync()).ShouldBeEmpty();
        (await bench.Hub.SayAsync(got, "still here")).Code.ShouldBe(200);
        (await bench.ReadAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Too_much_is_refused_and_no_more_than_a_thousand_letters_are_passed_on()
    {
        await using var bench = await HubBench.OpenAsync();
        var got = await bench.ConnectAsync();
        var path = $"{got.ServiceUrl}/v3/conversations/{got.Conversation}/activities";
        (await bench.Hub.SayAsync(got, new string('x', 1_001))).Code.ShouldBe(413);
        (await bench.Hub.SendAsync(path, $$"""{"type":"message","text":"{{new string('x', 300_000)}}"}""")).Code.ShouldBe(413);
        (await bench.Hub.SendAsync(path, new string('[', 100_000))).Code.ShouldBe(400);
        (await bench.Hub.SendAsync(path, """{"type":"message","text":"x"}""", type: "text/plain")).Code.ShouldBe(415);
        (await bench.Hub.SendAsync(path, """{"type":"message","text":"x"}""", type: "application/x-www-form-urlencoded")).Code.ShouldBe(415);
        (await bench.ReadAsync()).ShouldBeEmpty();
        (await bench.Hub.SayAsync(got, new string('x', 1_000))).Code.ShouldBe(200);
        ((string)(await bench.ReadAsync()).Single()["text"]!).ShouldBe(new string('x', 1_000));

        (await bench.SayAsync("hello " + new string('y', 4_000))).ShouldBeEmpty();
        bench.Hub.All.Last().Text!.Length.ShouldBe(1_000);
    }

    [Fact]
    public async Task Words_before_the_person_was_told_that_somebody_is_here_are_refused_both_ways()
    {
        await using var bench = await HubBench.OpenAsync();
        var got = await bench.AskAsync();
        (await bench.Hub.SayAsync(got, "hello")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(403), a => a.Error.ShouldBe("Forbidden"));
        await bench.SayAsync("my name is Bartholomew");
        (await bench.ReadAsync()).ShouldBeEmpty();
        bench.Hub.All.ShouldHaveSingleItem();
        (await bench.Hub.PostAsync(got, new JsonObject { ["type"] = "endOfConversation" })).Code.ShouldBe(200);
        ((string)(await bench.ReadAsync()).Single()["channelData"]!["guide"]!["handoff"]!).ShouldBe("failed");
    }

    [Fact]
    public async Task While_the_store_is_away_the_hub_is_told_to_come_again()
    {
        await using var bench = await HubBench.OpenAsync();
        var got = await bench.ConnectAsync();
        bench.Server.Journal.Away = true;
        (await bench.Hub.SayAsync(got, "hello", "m-1")).Code.ShouldBe(503);
        bench.Server.Journal.Away = false;
        (await bench.Hub.SayAsync(got, "hello", "m-1")).Code.ShouldBe(200);
        ((string)(await bench.ReadAsync()).Single()["text"]!).ShouldBe("hello");
    }

    [Fact]
    public async Task A_client_cannot_play_the_hub()
    {
        await using var bench = await HubBench.OpenAsync();
        var got = await bench.AskAsync();
        (await bench.Person.PostAsync(new JsonObject
        {
            ["type"] = "event",
            ["name"] = "handoff.status",
            ["value"] = new JsonObject { ["state"] = "accepted", ["handoff"] = bench.Now.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture) },
        })).Code.ShouldBe(200);
        await bench.SettleAsync();
        (await bench.ReadAsync()).Where(m => m["channelData"]?["guide"] is not null).ShouldBeEmpty();
        (await bench.Hub.SayAsync(got, "hello")).Code.ShouldBe(403);
    }

    [Fact]
    public async Task Without_a_hub_nothing_of_it_is_served_or_said()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        await visitor.SayAsync("he is not breathing");
        await visitor.SayAsync("i want to talk to a human");
        var (activities, _) = await visitor.ReadAsync();
        ((string)activities[^1]["text"]!).ShouldBe(
            "Call 911. Talk to the 911 person. They are with you. Push hard and fast in the middle of the chest with both hands, 2 a second. "
            + "After 30 pushes tilt the head back and give 2 breaths if you can. Nose spray near?");
        (await Visitor.CallAsync(server.Http, HttpMethod.Post, "/hub/v3/conversations/x/activities", ScriptedHub.Secret, Visitor.Json("{}"))).Code.ShouldBe(404);
    }

    [Theory]
    [InlineData("nonsense", ScriptedHub.Secret, null, "HumanLine:Hub is \"nonsense\"")]
    [InlineData("ftp://hub.example/", ScriptedHub.Secret, null, "https")]
    [InlineData("http://hub.example/", ScriptedHub.Secret, null, "plain http only to this machine")]
    [InlineData("https://hub.example/", null, null, "HumanLine:Secret has fewer than 16")]
    [InlineData("https://hub.example/", "short", null, "HumanLine:Secret has fewer than 16")]
    [InlineData("https://hub.example/", "a secret with spaces in it", null, "outside ASCII")]
    [InlineData("https://hub.example/", ScriptedHub.Secret, "bot.example", "HumanLine:PublicUrl")]
    public void A_setting_that_cannot_be_used_is_one_clear_line(string hub, string? secret, string? url, string says)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["HumanLine:Hub"] = hub, ["HumanLine:Secret"] = secret, ["HumanLine:PublicUrl"] = url }).Build();
        var error = Should.Throw<OptionsException>(() => HubSettings.Read(settings, new DirectLineOptions { SigningKey = new byte[32] }, Server.House.Library));
        error.Message.ShouldContain(says);
        error.Message.ShouldNotContain("spaces in it");
    }

    [Fact]
    public void Scripts_without_the_words_of_a_hand_off_are_refused_by_name()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["HumanLine:Hub"] = "https://hub.example/" }).Build();
        var library = Server.House.Library with { Asides = System.Collections.Frozen.FrozenDictionary<string, Scripts.Aside>.Empty };
        Should.Throw<OptionsException>(() => HubSettings.Read(settings, new DirectLineOptions { SigningKey = new byte[32] }, library))
            .Message.ShouldContain("hub-asked, hub-again");
    }
}
