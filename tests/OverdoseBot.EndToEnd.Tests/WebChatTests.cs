using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>Web Chat, unmodified, against our Direct Line: an emergency, and the rows of wire-protocols.md 3.4 that a server and its page can influence.</summary>
public sealed class WebChatTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task An_emergency_by_taps_and_words()
    {
        await using var chat = await Embedded.OpenAsync(site);
        await chat.TapAsync("It is happening now");
        await chat.SeesAsync("Shout their name.");
        await chat.TapAsync("Not waking");
        await chat.SeesAsync("Tilt the head back");
        await chat.TapAsync("None, or a gasp now and then");
        await chat.SeesAsync("Push hard and fast");
        await chat.TypeAsync("nose spray");
        await chat.SeesAsync("Press hard till it stops.");
        await chat.TapAsync("Spray given");
        await chat.SeesAsync("I watch the clock for the next dose.");
        await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(Paths.Screenshots, "embed.png") });
        await chat.TapAsync("Breathing normally");
        await chat.SeesAsync("Roll them on their side");
        await chat.TypeAsync("the crew is here");
        await chat.SeesAsync("Have they taken over?");
        await Expect(chat.Page.Locator("#call")).ToHaveAttributeAsync("href", "tel:911");
        await chat.SeesNoBannerAsync();
        await chat.NothingLostNothingDoubledAsync();
    }

    [Fact]
    public async Task A_tap_on_the_call_button_reaches_the_bot_and_is_not_shown()
    {
        await using var chat = await Embedded.OpenAsync(site);
        await chat.TapAsync("They are not breathing");
        await chat.SeesAsync("Push hard and fast");
        var posted = chat.Page.WaitForResponseAsync(r => r.Request.Method == "POST" && r.Request.PostData?.Contains("call-tapped") == true);
        await chat.Page.Locator("#call").ClickAsync();
        (await posted).Status.ShouldBe(200);
        (await chat.MineAsync()).Count.ShouldBe(1);
    }

    // 3.4: "socket closes, any code" and what a dead line looks like.
    [Fact]
    public async Task A_cut_socket_comes_back_by_itself_with_what_was_missed()
    {
        await using var chat = await Embedded.OpenAsync(site);
        await chat.TapAsync("They are not breathing");
        await chat.SeesAsync("Push hard and fast");
        var other = await chat.CopyTabAsync();
        await Embedded.SeesAsync(other, "Push hard and fast");

        await chat.Page.Context.SetOfflineAsync(true);
        chat.Wire.Cut();
        await chat.SeesBannerAsync();
        await chat.Page.Context.SetOfflineAsync(false);
        chat.Wire.Mend();
        await chat.TypeAsync("nose spray");
        await chat.SeesAsync("Press hard till it stops.");
        await Embedded.SeesAsync(other, "Press hard till it stops.");
        await chat.SeesNoBannerAsync();
        await chat.NothingLostNothingDoubledAsync();
    }

    [Fact]
    public async Task A_service_killed_and_started_again_goes_on_where_it_was()
    {
        await using var chat = await Embedded.OpenAsync(site);
        await chat.TapAsync("They are not breathing");
        await chat.SeesAsync("Push hard and fast");
        await chat.Service.KillAsync();
        await chat.SeesBannerAsync();
        await chat.Service.RunAsync();
        await chat.SeesNoBannerAsync();
        await chat.TypeAsync("nose spray");
        await chat.SeesAsync("Press hard till it stops.");
        await chat.NothingLostNothingDoubledAsync();
    }

    // 3.4: "WebSocket upgrade blocked": Web Chat alone would say Connected for ever and show nothing.
    [Fact]
    public async Task Where_sockets_are_blocked_the_page_asks_instead()
    {
        await using var chat = await Embedded.PrepareAsync(
            site, "window.WebSocket = class extends EventTarget { constructor() { super(); setTimeout(() => { const e = new Event('close'); this.onclose?.(e); this.dispatchEvent(e); }, 20); } send() {} close() {} };");
        await chat.GoAsync();
        await chat.SeesBannerAsync();
        await chat.SeesAsync("Call 911 now, on speaker.");
        await chat.TapAsync("They are not breathing");
        await chat.SeesAsync("Push hard and fast");
        await chat.SeesNoBannerAsync();
        await chat.NothingLostNothingDoubledAsync();
    }

    // 3.4: "start network error".
    [Fact]
    public async Task A_page_opened_without_a_network_begins_when_there_is_one()
    {
        await using var chat = await Embedded.PrepareAsync(site);
        chat.Wire.Cut();
        await chat.GoAsync();
        await chat.SeesBannerAsync();
        await Expect(chat.Page.Locator("#steps")).ToContainTextAsync("Push hard and fast in the middle of the chest");
        chat.Wire.Mend();
        await chat.SeesAsync("Call 911 now, on speaker.");
        await chat.SeesNoBannerAsync();
    }

    // 3.4: "start 429", here at the token, as a proxy in front may answer it: we give one to everybody.
    [Fact]
    public async Task A_page_that_is_turned_away_for_a_moment_tries_again()
    {
        await using var chat = await Embedded.PrepareAsync(site);
        var times = 0;
        await chat.Page.RouteAsync("**/tokens/generate", async route => await (++times == 1 ? route.FulfillAsync(new() { Status = 429 }) : route.ContinueAsync()));
        await chat.GoAsync();
        await chat.SeesAsync("Call 911 now, on speaker.");
        times.ShouldBeInRange(2, 4, "an answer that a busy machine does not give in time is asked for once more");
    }

    // 3.4: "page resumes with watermark 0".
    [Fact]
    public async Task A_reload_shows_the_whole_chat_once_and_goes_on()
    {
        await using var chat = await Embedded.OpenAsync(site);
        await chat.TapAsync("They are not breathing");
        await chat.SeesAsync("Push hard and fast");
        await chat.Page.ReloadAsync();
        await chat.SeesAsync("Push hard and fast");
        await chat.NothingLostNothingDoubledAsync();
        await chat.TapAsync("Nose spray is here");
        await chat.SeesAsync("Is it a nose spray or a needle?");
        await chat.NothingLostNothingDoubledAsync();
    }

    // 3.1: the official service closes a second socket; here both tabs live.
    [Fact]
    public async Task A_second_tab_shows_the_same_chat_and_takes_nothing_from_the_first()
    {
        await using var chat = await Embedded.OpenAsync(site);
        var sockets = 0;
        chat.Page.WebSocket += (_, _) => sockets++;
        var other = await chat.CopyTabAsync();
        await Embedded.SeesAsync(other, "Call 911 now, on speaker.");
        await Embedded.Button(other, "They are not breathing").ClickAsync();
        await Embedded.SeesAsync(other, "Push hard and fast");
        await chat.SeesAsync("Push hard and fast");
        await chat.TypeAsync("nose spray");
        await chat.SeesAsync("Press hard till it stops.");
        await Embedded.SeesAsync(other, "Press hard till it stops.");
        sockets.ShouldBe(0, "nobody was put out");
        await chat.NothingLostNothingDoubledAsync();
    }
}
