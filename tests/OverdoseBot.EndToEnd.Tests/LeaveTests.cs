using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>"Leave fast" cannot be undone: neither by going back to a page that the browser kept, nor by an answer that comes late.</summary>
[Collection(InTheWings.Name)]
public sealed class LeaveTests(Stage stage)
{
    // What a page that is brought back shows in the moment before its own script decides.
    private const string Watch =
        "addEventListener('pageshow', e => e.persisted && sessionStorage.setItem('brought-back', getComputedStyle(document.getElementById('said')).visibility));";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    // Another page beside the chat: going there keeps the chat's page in the browser.
    private const string Elsewhere = "health/live";
    private const int Tries = 7;

    [Fact]
    public async Task Going_back_to_an_older_page_of_the_chat_shows_nothing_of_it()
    {
        await using var chromium = await Chromium.StartAsync(keepsPages: true);
        for (var tries = 1; ; tries++)
        {
            await using var phone = await Phone.TakeAsync(chromium.Browser, stage.Service.Address, new() { BadNetwork = true, Before = Watch });
            await phone.OpenAndConnectAsync();
            await phone.ReachCompressionsAsync();
            await phone.ChooseAsync(region: "uk");
            await Expect(phone.Call).ToHaveAttributeAsync("href", "tel:999");
            await phone.SeesAsync("Push hard and fast");
            await Expect(phone.Page.Locator("#log .mine")).ToHaveCountAsync(1);
            await LeaveToAsync(phone, Elsewhere);
            if (!await IsElsewhereAsync(phone) && tries < Tries)
            {
                continue;
            }

            await phone.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });

            await phone.SeesAsync("Is that happening now?");
            await Expect(phone.Page.Locator("#log li")).ToHaveCountAsync(0);
            await Expect(phone.You).ToBeEmptyAsync();
            if (!await IsBroughtBackHiddenAsync(phone, tries))
            {
                continue;
            }

            await phone.ReachCompressionsAsync();
            return;
        }
    }

    [Fact]
    public async Task A_tap_that_an_older_page_still_held_is_neither_shown_nor_sent()
    {
        await using var chromium = await Chromium.StartAsync(keepsPages: true);
        for (var tries = 1; ; tries++)
        {
            await using var phone = await Phone.TakeAsync(chromium.Browser, stage.Service.Address, new() { BadNetwork = true, Before = Watch });
            await phone.Page.RouteAsync("**/v3/directline/tokens/generate", route => route.AbortAsync());
            await phone.OpenAsync();
            await phone.TapAsync("They are not breathing");
            await phone.ChooseAsync(region: "uk");
            await Expect(phone.Call).ToHaveAttributeAsync("href", "tel:999");
            await LeaveToAsync(phone, Elsewhere);
            if (!await IsElsewhereAsync(phone) && tries < Tries)
            {
                continue;
            }

            await phone.Page.UnrouteAllAsync();
            await phone.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });

            await phone.SeesAsync("Is that happening now?");
            await phone.UntilAsync("sessionStorage.getItem('chat') !== null");
            await Expect(phone.You).ToBeEmptyAsync();
            if (!await IsBroughtBackHiddenAsync(phone, tries))
            {
                continue;
            }

            (await phone.TranscriptAsync()).EnumerateArray().ShouldAllBe(a => !a.GetProperty("mine").GetBoolean());
            return;
        }
    }

    [Fact]
    public async Task Going_back_to_a_chat_that_was_not_left_shows_it_at_once()
    {
        await using var chromium = await Chromium.StartAsync(keepsPages: true);
        for (var tries = 1; ; tries++)
        {
            await using var phone = await Phone.TakeAsync(chromium.Browser, stage.Service.Address, new() { BadNetwork = true, Before = Watch });
            await phone.OpenAndConnectAsync();
            await phone.ReachCompressionsAsync();
            await phone.Page.GotoAsync(new Uri(phone.Address, Elsewhere).ToString());
            await phone.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });

            await Expect(phone.Said).ToBeVisibleAsync();
            await phone.SeesAsync("Push hard and fast");
            if (!await IsBroughtBackHiddenAsync(phone, tries))
            {
                continue;
            }

            await phone.TapAsync("Nose spray is here");
            await phone.SeesAsync("Is it a nose spray or a needle?");
            return;
        }
    }

    [Theory]
    [InlineData("**/activities")]
    [InlineData("**/v3/directline/conversations")]
    public async Task An_answer_that_comes_after_leaving_writes_nothing_down(string late)
    {
        await using var phone = await stage.PhoneAsync(new() { BadNetwork = true });
        var (asked, answer, over) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        await phone.Page.RouteAsync(late, async route =>
        {
            asked.TrySetResult();
            await answer.Task;
            await route.ContinueAsync();
        });
        foreach (var end in new Action<EventHandler<IRequest>>[] { e => phone.Page.RequestFinished += e, e => phone.Page.RequestFailed += e })
        {
            end((_, request) => (request.Method == "POST" ? over : null)?.TrySetResult());
        }

        // The next site gives no page, as one that has not answered yet.
        await phone.Page.RouteAsync("**/slow", route => route.FulfillAsync(new() { Status = 204 }));
        await phone.OpenAsync();
        await phone.TapAsync("They are not breathing");
        await asked.Task.WaitAsync(_patience);
        await LeaveToAsync(phone, "slow");
        (await phone.Page.EvaluateAsync<string[]>("['said', 'text', 'call'].map(id => getComputedStyle(document.getElementById(id)).visibility)"))
            .ShouldBe(["hidden", "hidden", "visible"]);
        answer.SetResult();
        await over.Task.WaitAsync(_patience);
        await phone.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 100))");
        (await phone.Page.EvaluateAsync<int>("sessionStorage.length + localStorage.length")).ShouldBe(0);
    }

    // A page that takes seconds to stand still is not kept by the browser, and there is nothing to bring back: then all is done again.
    private static async Task<bool> IsBroughtBackHiddenAsync(Phone phone, int tries)
    {
        var shown = await phone.Page.EvaluateAsync<string?>("sessionStorage.getItem('brought-back')");
        if (shown is null && tries < Tries)
        {
            return false;
        }

        shown.ShouldBe("hidden");
        return true;
    }

    // Playwright sometimes misses that a page whose older pages are kept went elsewhere: then all is done again.
    private static async Task<bool> IsElsewhereAsync(Phone phone)
    {
        try
        {
            await phone.Page.WaitForURLAsync("**/" + Elsewhere, new() { Timeout = 4_000 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    // The tests' network has no other site: the way out leads to another address of the service.
    private static async Task LeaveToAsync(Phone phone, string to) =>
        await phone.Page.EvalOnSelectorAsync("#leave", "(a, to) => { a.href = to; a.click(); }", new Uri(phone.Address, to).ToString());
}
