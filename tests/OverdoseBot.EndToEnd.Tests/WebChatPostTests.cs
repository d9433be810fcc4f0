using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>Web Chat, unmodified, against our Direct Line: the rows of wire-protocols.md 3.5, where a post or its answer is late, spoiled or lost.</summary>
public sealed class WebChatPostTests(Site site) : IClassFixture<Site>
{
    private const string Posts = "**/conversations/*/activities";

    // The page gives a post ten seconds (sendTimeout); then Web Chat says "Send failed".
    private static readonly TimeSpan _untilFailed = TimeSpan.FromSeconds(12);

    // 3.5: "POST slower than echo".
    [Fact]
    public async Task A_slow_post_is_sent_once_and_its_reply_does_not_wait_for_it()
    {
        await using var chat = await Embedded.OpenAsync(site);
        var answered = new TaskCompletionSource();
        await chat.Page.RouteAsync(Posts, async route =>
        {
            var answer = await route.FetchAsync();
            await answered.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        await chat.TapAsync("They are not breathing");
        await chat.SeesAsync("Push hard and fast");
        answered.SetResult();
        await chat.Page.UnrouteAllAsync();
        await chat.NothingLostNothingDoubledAsync();
    }

    // 3.5: "429, any 5xx, or >20 s: swallowed, unless the echo arrives".
    [Theory]
    [InlineData(502)]
    [InlineData(429)]
    public async Task A_post_that_arrived_though_its_answer_was_spoiled_counts_as_sent(int status)
    {
        await using var chat = await Embedded.OpenAsync(site);
        var heard = new TaskCompletionSource();
        await chat.Page.RouteAsync(Posts, async route =>
        {
            await route.FetchAsync();
            heard.TrySetResult();
            await route.FulfillAsync(new() { Status = status, Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" } });
        });
        await chat.TapAsync("They are not breathing");
        await heard.Task;
        await chat.SeesAsync("Push hard and fast");
        await chat.Page.UnrouteAllAsync();
        await Task.Delay(_untilFailed);
        await chat.NothingLostNothingDoubledAsync();
    }

    // 3.5: "offline browser", and the button "Retry".
    [Fact]
    public async Task A_post_that_never_arrived_is_heard_when_it_is_tried_again()
    {
        await using var chat = await Embedded.OpenAsync(site);
        await chat.Page.RouteAsync(Posts, route => route.AbortAsync());
        await chat.TypeAsync("they are not breathing");
        await Expect(chat.Retry).ToBeVisibleAsync(new() { Timeout = Embedded.Patience });
        await chat.SeesBannerAsync();
        await chat.Page.UnrouteAllAsync();
        await chat.Retry.ClickAsync();
        await chat.SeesAsync("Push hard and fast");
        await chat.SeesNoBannerAsync();

        // Web Chat leaves the failed one standing with its button: pressing it again changes nothing.
        await chat.Retry.First.ClickAsync();
        await chat.TypeAsync("nose spray");
        await chat.SeesAsync("Press hard till it stops.");
        (await chat.KeptAsync()).Count(k => k is { Mine: true, Text: "they are not breathing" }).ShouldBe(1);
        await chat.Page.ReloadAsync();
        await chat.SeesAsync("Press hard till it stops.");
        await chat.NothingLostNothingDoubledAsync();
    }

    // 3.5: "Retry" of a post that did arrive, and whose echo and answer were lost with the line.
    [Fact]
    public async Task A_post_that_had_arrived_is_not_heard_again_when_it_is_tried_again()
    {
        var deaf = false;
        IWebSocketRoute? socket = null;
        await using var chat = await Embedded.PrepareAsync(site);
        await chat.Page.RouteWebSocketAsync(new Regex("/stream"), route =>
        {
            socket = route;
            var service = route.ConnectToServer();
            service.OnMessage(frame =>
            {
                if (!deaf)
                {
                    route.Send(frame.Text!);
                }
            });
        });
        await chat.GoAsync();
        await chat.SeesAsync("Call 911 now, on speaker.");
        await chat.Page.RouteAsync(Posts, async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        deaf = true;
        await chat.TypeAsync("they are not breathing");
        await Expect(chat.Retry).ToBeVisibleAsync(new() { Timeout = Embedded.Patience });
        await chat.Page.UnrouteAllAsync();
        deaf = false;
        await chat.Retry.ClickAsync();
        await socket!.CloseAsync();

        await chat.SeesAsync("Push hard and fast");
        await Task.Delay(_untilFailed);
        (await chat.KeptAsync()).Count(k => k is { Mine: true, Text: "they are not breathing" }).ShouldBe(1);
        await chat.NothingLostNothingDoubledAsync();
    }
}
