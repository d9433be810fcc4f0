using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>What the page does with a drill on the wire, written by hand as the contract has it: nobody takes it for real, and its scores stay on the device.</summary>
[Collection(OnStage.Name)]
public sealed class DrillPageTests(Stage stage)
{
    private const string Kept = "() => JSON.parse(localStorage.getItem('drills') ?? '[]').length";

    [Theory]
    [InlineData("en", 390, 844, false, "PRACTICE", "REAL emergency: call 911")]
    [InlineData("es", 320, 568, true, "SIMULACRO", "Emergencia REAL: llama al 911")]
    public async Task It_cannot_be_taken_for_real_and_the_call_button_can(string language, int width, int height, bool dark, string band, string call)
    {
        await using var phone = await stage.PhoneAsync(new() { Width = width, Height = height, Dark = dark, Ask = $"?region=us&language={language}" });
        var wire = await ConnectAsync(phone);
        await Expect(phone.Page.Locator("#practice")).ToBeHiddenAsync();
        var plain = await phone.Call.InnerTextAsync();
        Send(wire, Message("d1", $"{band}. The scene: no answer. Watch the chest.", Drill()));
        await phone.SeesAsync("The scene");
        await Expect(phone.Page.Locator("#practice")).ToContainTextAsync(band);
        await Expect(phone.Page.Locator("#practice")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(phone.Call).ToHaveTextAsync(call);
        await Expect(phone.Call).ToHaveAttributeAsync("href", "tel:911");
        await Expect(phone.Call).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(phone.Choices.First).ToBeInViewportAsync(new() { Ratio = 1 });
        (await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        await phone.PictureAsync("drill-step-" + language);
        (await Axe.CheckAsync(phone.Page)).ShouldBeGreaterThan(15);

        Send(wire, Message("d2", "Good that you plan ahead.", new JsonObject { ["step"] = "prepare/start", ["kind"] = "prepare", ["call"] = "911" }));
        await phone.SeesAsync("Good that you plan ahead.");
        await Expect(phone.Page.Locator("#practice")).ToBeHiddenAsync();
        await Expect(phone.Call).ToHaveTextAsync(plain);
    }

    [Theory]
    [InlineData("en", 390, "You did 4 of 6", "Last time, on 11/3/2026: 3 of 6", "call yes, 12 seconds", "Last time: not yet, 80 seconds")]
    [InlineData("es", 320, "Hiciste 4 de 6", "La última vez, el 3/11/2026: 3 de 6", "call sí, 12 segundos", "La última vez: aún no, 80 segundos")]
    public async Task The_score_stands_beside_that_of_the_last_time(string language, int width, string sum, string last, string goal, string before)
    {
        await using var phone = await stage.PhoneAsync(new() { Width = width, Ask = $"?region=us&language={language}" });
        var wire = await ConnectAsync(phone);
        Send(wire, Message("s1", "It is over.", Drill(Score("2026-11-03T18:00:00Z", 3, ("call", false, 80), ("dose", false, null)))));
        await Expect(phone.Page.Locator("#score")).ToContainTextAsync(language == "en" ? "first time" : "primera vez");
        Send(wire, Message("s2", "Another scene.", Drill(Score("2026-11-04T18:00:00Z", 1, ("call", true, 5)), "door")));
        await Expect(phone.Page.Locator("#score")).ToContainTextAsync(language == "en" ? "first time" : "primera vez");

        // The words after the drill come in the same turn: the score stays on the screen.
        Send(
            wire, Message("s3", "It is over. 4 of 6.", Drill(Score("2026-11-29T18:00:00Z", 4, ("call", true, 12), ("dose", false, null), ("new-goal", true, 3)))),
            Message("s4", "Well done. Want to play another one?", new JsonObject { ["step"] = "drill/done", ["kind"] = "prepare", ["call"] = "911" }));
        var score = phone.Page.Locator("#score");
        await Expect(score.Locator("h2")).ToHaveTextAsync(sum);
        await Expect(score).ToContainTextAsync(last);
        await Expect(score.Locator("li").First).ToContainTextAsync(goal);
        await Expect(score.Locator("li").First).ToContainTextAsync(before);
        await Expect(score.Locator("li").Last).ToContainTextAsync("new-goal");
        await Expect(score.Locator(".missed")).ToHaveCountAsync(1);
        await phone.Page.Locator("main").EvaluateAsync("main => main.scrollTop = 0");
        await phone.PictureAsync("drill-score-" + language);
        (await Axe.CheckAsync(phone.Page)).ShouldBeGreaterThan(15);

        // Heard again, as after a reload, it counts once.
        Send(wire, Message("s3-again", "Heard again.", Drill(Score("2026-11-29T18:00:00Z", 4, ("call", true, 12)))));
        await phone.SeesAsync("Heard again.");
        (await phone.Page.EvaluateAsync<int>(Kept)).ShouldBe(3);

        await phone.Page.Locator("#score-delete").ClickAsync();
        (await phone.Page.EvaluateAsync<int>("localStorage.length")).ShouldBe(0);
        Send(wire, Message("s3-more", "Heard once more.", Drill(Score("2026-11-29T18:00:00Z", 4, ("call", true, 12)))));
        await phone.SeesAsync("Heard once more.");
        (await phone.Page.EvaluateAsync<int>("localStorage.length")).ShouldBe(0);
    }

    [Fact]
    public async Task The_last_twenty_are_kept_and_none_leaves_the_device()
    {
        await using var phone = await stage.PhoneAsync();
        var wire = await ConnectAsync(phone);
        var posts = new List<string?>();
        phone.Context.Request += (_, request) => posts.Add(request.PostData);
        for (var i = 0; i < 25; i++)
        {
            Send(wire, Message($"k{i}", $"Over {i}.", Drill(Score($"2026-11-{i + 1:D2}T10:00:00Z", i % 7, ("call", true, i)))));
        }

        await phone.UntilAsync("() => document.querySelector('#said').textContent.includes('Over 24')");
        await phone.UntilAsync("() => JSON.parse(localStorage.getItem('drills') ?? '[]').at(-1)?.at.startsWith('2026-11-25')");
        (await phone.Page.EvaluateAsync<string[]>("() => JSON.parse(localStorage.getItem('drills')).map(s => s.at.slice(8, 10))"))
            .ShouldBe([.. Enumerable.Range(6, 20).Select(d => d.ToString("D2", CultureInfo.InvariantCulture))]);
        posts.ShouldAllBe(body => body == null || !body.Contains("goals"));
    }

    [Theory]
    [InlineData("{\"scenario\":\"snoring\",\"score\":{\"at\":\"2026-11-29T18:00:00Z\",\"right\":\"<b>\",\"of\":6,\"goals\":[]}}")]
    [InlineData("{\"scenario\":\"snoring\",\"score\":{\"at\":\"2026-11-29T18:00:00Z\",\"right\":1,\"of\":6,\"goals\":null}}")]
    [InlineData("{\"scenario\":7,\"score\":{}}")]
    [InlineData("{\"score\":7}")]
    [InlineData("7")]
    [InlineData("null")]
    public async Task A_score_that_cannot_be_read_is_none(string drill)
    {
        await using var phone = await stage.PhoneAsync(new() { Before = "localStorage.setItem('drills', '{\"not\":[\"a list\"]}')" });
        var wire = await ConnectAsync(phone);
        var guide = Drill();
        guide["drill"] = JsonNode.Parse(drill);
        Send(wire, Message("x1", "PRACTICE. Go on.", guide));
        await phone.SeesAsync("PRACTICE. Go on.");
        await Expect(phone.Page.Locator("#score")).ToBeHiddenAsync();
        (await phone.Page.EvaluateAsync<string>("() => localStorage.getItem('drills')")).ShouldContain("a list");
    }

    private static async Task<IWebSocketRoute> ConnectAsync(Phone phone)
    {
        var opened = new TaskCompletionSource<IWebSocketRoute>();
        await phone.Page.RouteWebSocketAsync("**/stream**", socket =>
        {
            // What the test says must come behind the greeting, never between the socket's opening and it.
            socket.ConnectToServer().OnMessage(frame =>
            {
                socket.Send(frame.Text ?? "");
                if (frame.Text is { Length: > 0 })
                {
                    opened.TrySetResult(socket);
                }
            });
        });
        await phone.OpenAndConnectAsync();
        return await opened.Task;
    }

    private static void Send(IWebSocketRoute wire, params JsonObject[] activities) =>
        wire.Send(new JsonObject { ["activities"] = new JsonArray([.. activities]) }.ToJsonString());

    private static JsonObject Message(string id, string text, JsonObject guide) => new()
    {
        ["type"] = "message",
        ["id"] = id,
        // Two in one call are one turn; two calls are not.
        ["timestamp"] = TimeProvider.System.GetUtcNow().AddSeconds(id is "s4" ? 0 : int.Parse("0" + string.Concat(id.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture)).ToString("O", CultureInfo.InvariantCulture),
        ["from"] = new JsonObject { ["id"] = "overdosebot", ["role"] = "bot" },
        ["text"] = text,
        ["channelData"] = new JsonObject { ["guide"] = guide },
        ["suggestedActions"] = new JsonObject
        {
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "messageBack", ["title"] = "Slow", ["text"] = "Slow", ["value"] = new JsonObject { ["step"] = "respond/breathing", ["answer"] = "slow" } }),
        },
    };

    private static JsonObject Drill(JsonObject? score = null, string scenario = "snoring")
    {
        var drill = new JsonObject { ["scenario"] = scenario, ["quick"] = false };
        if (score is not null)
        {
            drill["score"] = score;
        }

        return new JsonObject { ["step"] = "respond/breathing", ["kind"] = "drill", ["call"] = "911", ["drill"] = drill };
    }

    private static JsonObject Score(string at, int right, params (string Name, bool Met, int? Seconds)[] goals) => new()
    {
        ["at"] = at,
        ["right"] = right,
        ["of"] = 6,
        ["goals"] = new JsonArray([.. goals.Select(g => new JsonObject { ["name"] = g.Name, ["met"] = g.Met, ["seconds"] = g.Seconds })]),
    };
}
