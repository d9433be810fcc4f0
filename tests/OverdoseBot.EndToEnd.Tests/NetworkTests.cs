using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>Bad networks: nothing lost, nothing doubled, and a dead chat never looks alive.</summary>
[Collection(InTheWings.Name)]
public sealed class NetworkTests(Stage stage)
{
    private const string Down = "No connection. Keep going, all steps are below.";

    [Fact]
    public async Task Taps_made_offline_are_sent_once_when_back()
    {
        await using var phone = await stage.PhoneAsync(new() { BadNetwork = true });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await phone.Context.SetOfflineAsync(true);
        await phone.SeesBannerAsync(Down);
        await Expect(phone.Page.Locator("#steps")).ToContainTextAsync("Push hard and fast");
        await phone.TapAsync("Nose spray is here");
        await phone.TypeAsync("he vomited");
        await Expect(phone.You).ToContainTextAsync("Nose spray is here (not sent yet)");
        await Expect(phone.You).ToContainTextAsync("he vomited (not sent yet)");
        await phone.PictureAsync("offline");
        (await Axe.CheckAsync(phone.Page)).ShouldBeGreaterThan(15);

        await phone.Context.SetOfflineAsync(false);
        await phone.SeesNoBannerAsync();
        await Expect(phone.Page.Locator("#steps")).ToBeHiddenAsync();
        await phone.SeesAsync("Is it a nose spray or a needle?");
        await phone.TapAsync("Nose spray");
        await phone.SeesAsync("Press hard till it stops.");
        (await phone.MineAsync()).ShouldBe(["You: They are not breathing", "You: Nose spray is here", "You: he vomited", "You: Nose spray"]);
    }

    [Fact]
    public async Task A_cut_line_comes_back_by_itself_with_what_was_missed()
    {
        await using var wire = new Wire(stage.Service.Port);
        await using var phone = await stage.PhoneAsync(new() { Address = wire.Address, BadNetwork = true });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        wire.Cut();
        await phone.SeesBannerAsync(Down);
        await phone.TapAsync("Nose spray is here");
        wire.Mend();
        await phone.SeesAsync("Is it a nose spray or a needle?");
        await phone.SeesNoBannerAsync();
        (await phone.MineAsync()).ShouldBe(["You: They are not breathing", "You: Nose spray is here"]);
    }

    [Fact]
    public async Task A_line_that_is_open_but_dead_is_told()
    {
        await using var wire = new Wire(stage.Service.Port);
        await using var phone = await stage.PhoneAsync(new() { Address = wire.Address, BadNetwork = true });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        wire.Freeze();
        await phone.TapAsync("Nose spray is here");
        await phone.SeesBannerAsync(Down);
        await Expect(phone.Page.Locator("#beat")).ToContainTextAsync("110 a minute");
        wire.Mend();
        await phone.SeesAsync("Is it a nose spray or a needle?");
        await phone.SeesNoBannerAsync();
        (await phone.MineAsync()).ShouldBe(["You: They are not breathing", "You: Nose spray is here"]);
    }

    [Theory]
    [InlineData("window.WebSocket = class { static OPEN = 1; constructor() { setTimeout(() => this.onclose?.({}), 20); } send() {} close() {} };")]
    [InlineData("window.WebSocket = class { static OPEN = 1; constructor() { setTimeout(() => this.onopen?.({}), 20); setTimeout(() => this.onclose?.({}), 40); } send() {} close() {} };")]
    public async Task Where_sockets_are_blocked_it_asks_instead(string blocked)
    {
        await using var phone = await stage.PhoneAsync(new() { Before = blocked });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await phone.TapAsync("Nose spray is here");
        await phone.SeesAsync("Is it a nose spray or a needle?");
        await phone.SeesNoBannerAsync();
        (await phone.MineAsync()).ShouldBe(["You: They are not breathing", "You: Nose spray is here"]);
    }

    [Fact]
    public async Task A_service_that_is_killed_and_started_again_goes_on_where_it_was()
    {
        await using var service = await Service.StartAsync();
        await using var phone = await stage.PhoneAsync(new() { Address = service.Address, BadNetwork = true });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await phone.TapAsync("Nose spray is here");
        await phone.SeesAsync("Is it a nose spray or a needle?");
        await service.KillAsync();
        await phone.TapAsync("Nose spray");
        await phone.SeesBannerAsync(Down);
        await service.RunAsync();
        await phone.SeesAsync("Press hard till it stops.");
        await phone.SeesNoBannerAsync();
        (await phone.MineAsync()).ShouldBe(["You: They are not breathing", "You: Nose spray is here", "You: Nose spray"]);
    }

    [Fact]
    public async Task What_was_refused_stands_till_it_is_said_in_other_words()
    {
        await using var phone = await stage.PhoneAsync(new() { BadNetwork = true });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await phone.Page.RouteAsync("**/activities", route => route.FulfillAsync(new() { Status = 413 }));
        await phone.TypeAsync("a long story");
        await Expect(phone.You).ToHaveTextAsync("You: a long story (could not be sent, say it in other words)");
        await phone.Page.UnrouteAllAsync();
        await phone.TypeAsync("he vomited");
        await Expect(phone.You).ToHaveTextAsync("You: he vomited");
        await phone.Page.ReloadAsync();
        await Expect(phone.You).ToHaveTextAsync("You: he vomited");
    }

    [Fact]
    public async Task A_chat_that_is_lost_under_an_open_page_begins_anew_and_says_so_till_they_answer()
    {
        await using var wire = new Wire(stage.Service.Port);
        await using var phone = await stage.PhoneAsync(new()
        {
            Address = wire.Address,
            BadNetwork = true,
            Before = "window.heard = []; addEventListener('DOMContentLoaded', () => new MutationObserver(() => heard.push(document.getElementById('speak').textContent)).observe(document.getElementById('speak'), { childList: true }));",
        });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        var id = await phone.Page.EvaluateAsync<string>("JSON.parse(sessionStorage.getItem('chat')).id");
        await phone.Page.RouteAsync($"**/conversations/{id}**", route => route.FulfillAsync(new() { Status = 404 }));
        wire.Cut();
        wire.Mend();
        await phone.SeesAsync("Is that happening now?");
        await phone.SeesBannerAsync("The chat had to start again.");
        await phone.UntilAsync("heard.some(h => h.includes('The chat had to start again.') && h.includes('Is that happening now?'))");

        // A break of the line tells its own news, and then this one stands there again.
        await phone.Context.SetOfflineAsync(true);
        await phone.SeesBannerAsync(Down);
        await phone.Context.SetOfflineAsync(false);
        await phone.SeesBannerAsync("The chat had to start again.");
        await phone.ReachCompressionsAsync();
        await phone.SeesNoBannerAsync();
    }

    [Fact]
    public async Task A_reload_shows_the_step_that_holds_now()
    {
        await using var phone = await stage.PhoneAsync();
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await phone.Page.ReloadAsync();
        await phone.SeesAsync("Push hard and fast");
        await Expect(phone.Page.Locator("#beat")).ToContainTextAsync("110 a minute");
        (await phone.MineAsync()).ShouldBe(["You: They are not breathing"]);
        await phone.TapAsync("Nose spray is here");
        await phone.SeesAsync("Is it a nose spray or a needle?");
    }

    [Fact]
    public async Task Two_tabs_are_two_chats()
    {
        await using var phone = await stage.PhoneAsync();
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        var other = await phone.Context.NewPageAsync();
        await other.GotoAsync(phone.Address.ToString());
        await Expect(other.Locator("#said")).ToContainTextAsync("Is that happening now?");
        await Expect(other.Locator("#steps")).ToBeHiddenAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "I want to be ready" }).ClickAsync();
        await Expect(other.Locator("#said")).ToContainTextAsync("Good that you plan ahead.");
        await phone.TapAsync("Nose spray is here");
        await phone.SeesAsync("Is it a nose spray or a needle?");
        (await phone.MineAsync()).ShouldBe(["You: They are not breathing", "You: Nose spray is here"]);
    }

    [Fact]
    public async Task Two_tabs_of_a_kept_chat_see_the_same()
    {
        await using var phone = await stage.PhoneAsync();
        await phone.OpenAndConnectAsync();
        await phone.Page.GetByLabel("Keep this chat on this phone").CheckAsync();
        await phone.ReachCompressionsAsync();
        var other = await phone.Context.NewPageAsync();
        await other.GotoAsync(phone.Address.ToString());
        await Expect(other.Locator("#said")).ToContainTextAsync("Push hard and fast");
        await other.GetByRole(AriaRole.Button, new() { Name = "Nose spray is here" }).ClickAsync();
        await phone.SeesAsync("Is it a nose spray or a needle?");
        await Expect(other.Locator("#said")).ToContainTextAsync("Is it a nose spray or a needle?");
        (await phone.MineAsync()).ShouldBe(["You: They are not breathing", "You: Nose spray is here"]);
    }
}
