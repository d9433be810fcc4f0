using System.Text.Json.Nodes;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>Where the person is and what they read: said with the start, or by the event <c>set</c> in the middle.</summary>
public sealed class WishTests
{
    private const string English = "Call 911 now, on speaker.";

    public static TheoryData<string?> UselessStarts { get; } =
    [
        null, "{}", """{"locale":null,"region":null}""", """{"locale":"xx-YY","region":"nowhere"}""", """{"locale":"","region":""}""",
        """{"locale":5,"region":["uk"]}""", """{"locale":{"es":true},"region":{"id":"uk"}}""", """{"locale":["es"],"region":false}""",
        """{"locale":"<script>","region":"uk'--"}""", """{"locale":"es\u0000","region":"UK\ud800"}""",
        "{\"locale\":\"" + new string('e', 10_240) + "\",\"region\":\"" + new string('u', 10_240) + "\"}",
    ];

    public static TheoryData<string> UselessSets { get; } =
    [
        "null", "{}", "5", "\"es\"", "[\"es\"]", """{"region":"nowhere","language":"xx"}""", """{"region":5,"language":{"a":1}}""", """{"region":null,"language":null}""",
        """{"region":["uk"],"language":true}""", "{\"region\":\"" + new string('u', 6_000) + "\",\"language\":\"" + new string('e', 6_000) + "\"}",
    ];

    [Theory]
    [InlineData("""{"locale":"es-MX"}""", "Llama ya al 911, en altavoz.", "es")]
    [InlineData("""{"locale":"ES","region":"uk"}""", "Llama ya al 999, en altavoz.", "es")]
    [InlineData("""{"region":"nz","user":{"id":"dl_x"}}""", "Call 111 now, on speaker.", "en")]
    [InlineData("""{"locale":"es","region":"nowhere"}""", "Llama ya al 911, en altavoz.", "es")]
    [InlineData("""{"locale":7,"region":"uk"}""", "Call 999 now, on speaker.", "en")]
    public async Task A_chat_starts_where_and_in_what_it_is_asked_to(string body, string says, string locale)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.NewAsync(server.Http);
        (await visitor.StartAsync(body)).Code.ShouldBe(201);
        var greeting = (await visitor.ReadAsync()).Activities.ShouldHaveSingleItem();
        ((string?)greeting["text"])!.ShouldContain(says);
        ((string?)greeting["locale"]).ShouldBe(locale);
        ((string?)greeting["channelData"]!["guide"]!["call"]).ShouldBe(Number(says));
    }

    [Fact]
    public async Task Where_nobody_knows_the_number_the_greeting_names_them_and_none_can_be_dialled()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.NewAsync(server.Http);
        await visitor.StartAsync("""{"region":"unknown"}""");
        var greeting = (await visitor.ReadAsync()).Activities.ShouldHaveSingleItem();
        ((string?)greeting["text"])!.ShouldContain("999 (UK)");
        greeting["channelData"]!["guide"]!["call"].ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(UselessStarts))]
    public async Task A_wish_that_means_nothing_never_stops_a_start(string? body)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.NewAsync(server.Http);
        (await visitor.StartAsync(body)).Code.ShouldBe(201);
        ((string?)(await visitor.ReadAsync()).Activities.ShouldHaveSingleItem()["text"])!.ShouldContain(English);
    }

    [Theory]
    [InlineData("""{"language":"es"}""", "Llama ya al 911", "es")]
    [InlineData("""{"region":"uk"}""", "Call 999", "en")]
    [InlineData("""{"region":"uk","language":"es"}""", "Llama ya al 999", "es")]
    [InlineData("""{"region":"nowhere","language":"es"}""", "Llama ya al 911", "es")]
    public async Task Set_says_the_step_again_and_loses_nothing(string value, string says, string locale)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        await visitor.SayAsync("not breathing");
        var (before, watermark) = await visitor.ReadAsync();

        (await visitor.PostAsync(Set(value))).Code.ShouldBe(200);

        var again = (await visitor.ReadAsync(watermark)).Activities.Where(a => (string?)a["type"] == "message").ShouldHaveSingleItem();
        ((string?)again["text"])!.ShouldContain(says);
        ((string?)again["locale"]).ShouldBe(locale);
        Step(again).ShouldBe(Step(before[^1]));
        await visitor.SayAsync("ok");
        ((string?)(await visitor.ReadAsync()).Activities[^1]["locale"]).ShouldBe(locale);
    }

    [Theory]
    [MemberData(nameof(UselessSets))]
    public async Task Set_that_means_nothing_changes_nothing(string value)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        await visitor.SayAsync("not breathing");
        var (before, watermark) = await visitor.ReadAsync();

        (await visitor.PostAsync(Set(value))).Code.ShouldBe(200);

        (await visitor.ReadAsync(watermark)).Activities.ShouldNotContain(a => (string?)a["type"] == "message");
        await visitor.SayAsync("how");
        var next = (await visitor.ReadAsync()).Activities[^1];
        ((string?)next["locale"]).ShouldBe("en");
        Step(next).ShouldBe(Step(before[^1]));
        server.Logs.All.ShouldNotContain(l => l.StartsWith("Error", StringComparison.Ordinal) || l.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Set_that_is_sent_twice_is_said_once()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        var (_, watermark) = await visitor.ReadAsync();
        var set = Set("""{"language":"es"}""");
        set["channelData"] = new JsonObject { ["clientActivityID"] = "one" };
        await visitor.PostAsync(set);
        await visitor.PostAsync(set.DeepClone());
        (await visitor.ReadAsync(watermark)).Activities.Count(a => (string?)a["type"] == "message").ShouldBe(1);
    }

    [Fact]
    public async Task Set_in_somebody_elses_conversation_is_refused()
    {
        await using var server = await Server.StartAsync();
        var (mine, other) = (await Visitor.StartedAsync(server.Http), await Visitor.StartedAsync(server.Http));
        var thief = new Visitor(server.Http, mine.Token, other.Conversation);
        (await thief.PostAsync(Set("""{"language":"es"}"""))).Code.ShouldBe(401);
        (await new Visitor(server.Http, mine.Token, "web-unknown").PostAsync(Set("""{"language":"es"}"""))).Code.ShouldBe(401);
        ((string?)(await other.ReadAsync()).Activities.ShouldHaveSingleItem()["locale"]).ShouldBe("en");
    }

    [Fact]
    public async Task Set_in_a_conversation_that_has_not_begun_greets_and_takes_it()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.NewAsync(server.Http);
        (await visitor.PostAsync(Set("""{"language":"es","region":"uk"}"""))).Code.ShouldBe(200);
        ((string?)(await visitor.ReadAsync()).Activities[^1]["text"])!.ShouldContain("Llama ya al 999");
    }

    [Fact]
    public async Task What_was_chosen_outlives_a_restart()
    {
        var folder = Server.NewFolder();
        string token, conversation;
        await using (var server = await Server.StartAsync(folder: folder))
        {
            var visitor = await Visitor.NewAsync(server.Http);
            await visitor.StartAsync("""{"locale":"es","region":"uk"}""");
            await visitor.PostAsync(Set("""{"region":"au"}"""));
            (token, conversation) = (visitor.Token, visitor.Conversation);
        }

        await using (var server = await Server.StartAsync(folder: folder))
        {
            var visitor = new Visitor(server.Http, token, conversation);
            await visitor.SayAsync("no respira");
            var last = (await visitor.ReadAsync()).Activities[^1];
            ((string?)last["text"])!.ShouldContain("Llama ya al 000");
            ((string?)last["locale"]).ShouldBe("es");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static JsonObject Set(string value) => new() { ["type"] = "event", ["name"] = "set", ["value"] = JsonNode.Parse(value) };

    private static string? Step(JsonObject message) => (string?)message["channelData"]!["guide"]!["step"];

    private static string Number(string says) => new([.. says.Where(char.IsDigit)]);
}
