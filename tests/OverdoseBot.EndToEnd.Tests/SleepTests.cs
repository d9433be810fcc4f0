using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>The phone slept, the page was put away and brought back: the step that holds now, once, whatever the token did meanwhile.</summary>
[Collection(InTheWings.Name)]
public sealed class SleepTests(Stage stage)
{
    // A machine that stands still for seconds is a line that fails, and the page says so; one that cries wolf does it every time.
    private const int Tries = 3;
    private static readonly (string, string)[] _shortTokens = [("DirectLine__TokenLife", "00:00:01")];
    private static readonly string[] _kept = ["pageshow", "pagehide kept", "freeze", "resume", "pageshow kept"];

    // Notes what the page showed as new, whether it ever cried wolf, and what the browser did with it.
    private const string Watch =
        """
        window.shown = []; window.alarms = 0; window.states = [];
        addEventListener('DOMContentLoaded', () => {
          const said = document.getElementById('said'), banner = document.getElementById('banner');
          if (!said) return;
          new MutationObserver(() => window.shown.push(said.textContent)).observe(said, { childList: true });
          new MutationObserver(() => window.alarms += banner.hidden ? 0 : 1).observe(banner, { attributeFilter: ['hidden'] });
        });
        for (const name of ['freeze', 'resume']) document.addEventListener(name, () => window.states.push(name));
        for (const name of ['pagehide', 'pageshow']) addEventListener(name, e => window.states.push(name + (e.persisted ? ' kept' : '')));
        """;

    // The browser of the tests never hides a page: it is told so, and its scripts stand still. It wakes an hour later.
    private const string Hide =
        "Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }); document.dispatchEvent(new Event('visibilitychange'))";

    private const string WakeLater =
        """
        { const now = Date.now; Date.now = () => now() + 3600000; }
        window.woke = performance.now();
        delete document.visibilityState; document.dispatchEvent(new Event('visibilitychange'));
        """;

    [Fact]
    public async Task A_phone_that_slept_past_its_token_shows_the_step_that_holds_now()
    {
        await using var service = await Service.StartAsync(_shortTokens);
        for (var tries = 1; ; tries++)
        {
            await using var wire = new Wire(service.Port);
            await using var phone = await stage.PhoneAsync(new() { Address = wire.Address, BadNetwork = true, Before = Watch });
            await phone.OpenAndConnectAsync();
            await phone.ReachCompressionsAsync();
            var other = await OtherAsync(phone);
            var devtools = await phone.Context.NewCDPSessionAsync(phone.Page);
            await phone.Page.EvaluateAsync(Hide);
            await devtools.SendAsync("Debugger.enable");
            await devtools.SendAsync("Debugger.pause");

            // Somebody else in the room goes on in the same chat, on a phone of their own.
            await other.TapAsync("Nose spray is here", "respond/compressions", "kit-here");
            await other.TokenEndsAsync();
            await devtools.SendAsync("Debugger.resume");
            await devtools.SendAsync("Debugger.disable");

            // Its radio wakes a little later than its screen.
            wire.Freeze();
            await phone.Page.EvaluateAsync(WakeLater);
            await phone.UntilAsync("performance.now() - woke > 1500");
            wire.Mend();

            await phone.SeesAsync("Is it a nose spray or a needle?");
            if (await CriedWolfAsync(phone) && tries < Tries)
            {
                continue;
            }

            await OnceAsync(phone);
            return;
        }
    }

    [Fact]
    public async Task A_page_brought_back_as_it_was_shows_the_step_that_holds_now()
    {
        await using var service = await Service.StartAsync(_shortTokens);
        await using var chromium = await Chromium.StartAsync(keepsPages: true);
        for (var tries = 1; ; tries++)
        {
            await using var phone = await Phone.TakeAsync(chromium.Browser, service.Address, new() { BadNetwork = true, Before = Watch });
            await phone.OpenAndConnectAsync();
            await phone.ReachCompressionsAsync();
            var other = await OtherAsync(phone);
            await phone.Page.GotoAsync("about:blank");
            await other.TapAsync("Nose spray is here", "respond/compressions", "kit-here");
            await other.TokenEndsAsync();
            await phone.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });

            await phone.SeesAsync("Is it a nose spray or a needle?");
            var states = await phone.Page.EvaluateAsync<string[]>("states");

            // A page that takes seconds to stand still is not kept by the browser.
            if ((!states.SequenceEqual(_kept) || await CriedWolfAsync(phone)) && tries < Tries)
            {
                continue;
            }

            states.ShouldBe(_kept);
            await OnceAsync(phone);
            return;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tap_on_the_way_out_is_not_lost_and_not_doubled(bool keepsPages)
    {
        await using var wire = new Wire(stage.Service.Port);
        await using var chromium = await Chromium.StartAsync(keepsPages);
        await using var phone = await Phone.TakeAsync(chromium.Browser, wire.Address, new() { BadNetwork = true });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        wire.Freeze();
        await phone.TapAsync("Nose spray is here");
        await phone.Page.GotoAsync("about:blank");
        wire.Mend();
        await phone.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });

        await phone.SeesAsync("Is it a nose spray or a needle?");
        await phone.SeesNoBannerAsync();
        (await phone.MineAsync()).ShouldBe(["You: They are not breathing", "You: Nose spray is here"]);
    }

    [Fact]
    public async Task A_chat_kept_on_the_phone_is_there_after_its_token_ended_and_is_forgotten_when_asked()
    {
        await using var service = await Service.StartAsync(_shortTokens);
        await using var phone = await stage.PhoneAsync(new() { Address = service.Address, BadNetwork = true });
        await phone.OpenAndConnectAsync();
        await phone.Page.GetByLabel("Keep this chat on this phone").CheckAsync();
        await phone.ReachCompressionsAsync();
        var other = await OtherAsync(phone);
        var before = await KeptAsync(phone);
        await phone.Page.CloseAsync();
        await other.TokenEndsAsync();

        await phone.OpenAgainAsync();
        await phone.SeesAsync("Push hard and fast");
        await Expect(phone.Page.Locator("#log .mine")).ToHaveCountAsync(1);
        var after = await KeptAsync(phone);
        after.Id.ShouldBe(before.Id);
        after.Token.ShouldNotBe(before.Token);
        await Expect(phone.Page.GetByLabel("Keep this chat on this phone")).ToBeCheckedAsync();

        await phone.Page.GetByLabel("Keep this chat on this phone").UncheckAsync();
        (await phone.Page.EvaluateAsync<int>("localStorage.length")).ShouldBe(0);
        await phone.Page.CloseAsync();
        await phone.OpenAgainAsync();
        await phone.SeesAsync("Is that happening now?");
    }

    [Fact]
    public async Task A_chat_that_no_key_opens_any_more_begins_anew_and_says_so()
    {
        await using var phone = await stage.PhoneAsync(new() { BadNetwork = true });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await phone.Page.EvaluateAsync("sessionStorage.setItem('chat', JSON.stringify({ id: 'web-gone', token: 'a.b.c' }))");
        await phone.Page.ReloadAsync();

        await phone.SeesAsync("Is that happening now?");
        await phone.SeesBannerAsync("The chat had to start again.");
        await phone.ReachCompressionsAsync();
        await phone.SeesNoBannerAsync();
    }

    // The phone keeps which chat it is and its key, and not a word of what was said.
    private static async Task<(string Id, string Token)> KeptAsync(Phone phone)
    {
        var kept = await phone.Page.EvaluateAsync<Dictionary<string, string>>("({ ...localStorage })");
        kept.Keys.ShouldBe(["chat"]);
        var chat = JsonDocument.Parse(kept["chat"]).RootElement;
        chat.EnumerateObject().Select(p => p.Name).Order().ShouldBe(["id", "token"]);
        return (chat.GetProperty("id").GetString()!, chat.GetProperty("token").GetString()!);
    }

    private static async Task<bool> CriedWolfAsync(Phone phone) => await phone.Page.EvaluateAsync<int>("alarms") > 0;

    private static async Task OnceAsync(Phone phone)
    {
        var shown = await phone.Page.EvaluateAsync<string[]>("shown");
        shown.Count(s => s.Contains("Is it a nose spray or a needle?", StringComparison.Ordinal)).ShouldBe(1);
        (await CriedWolfAsync(phone)).ShouldBeFalse();
        (await phone.MineAsync()).ShouldBe(["You: They are not breathing", "You: Nose spray is here"]);
        await phone.TapAsync("Nose spray");
        await phone.SeesAsync("Press hard till it stops.");
    }

    private static async Task<Other> OtherAsync(Phone phone)
    {
        var chat = JsonDocument.Parse(await phone.Page.EvaluateAsync<string>("sessionStorage.getItem('chat')")).RootElement;
        return new Other(new Uri(phone.Address, $"v3/directline/conversations/{chat.GetProperty("id").GetString()}/activities"), chat.GetProperty("token").GetString()!);
    }

    private sealed class Other(Uri activities, string token)
    {
        private readonly Uri _refresh = new(activities, "/v3/directline/tokens/refresh");

        /// <summary>Taps with a new token: the one of the phone may have ended while a busy machine put its page away.</summary>
        public async Task TapAsync(string text, string step, string answer)
        {
            for (var tries = 1; ; tries++)
            {
                using var renewed = await CallAsync(HttpMethod.Post, _refresh, token, null);
                renewed.StatusCode.ShouldBe(HttpStatusCode.OK);
                var fresh = (await renewed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
                using var posted = await CallAsync(HttpMethod.Post, activities, fresh, JsonContent.Create(new { type = "message", text, value = new { step, answer } }));

                // The new one may have ended on its way.
                if (posted.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && tries < Tries)
                {
                    continue;
                }

                posted.StatusCode.ShouldBe(HttpStatusCode.OK);
                return;
            }
        }

        /// <summary>Waits till the phone's token opens nothing any more.</summary>
        public async Task TokenEndsAsync()
        {
            while (true)
            {
                using var got = await CallAsync(HttpMethod.Get, activities, token, null);
                if (got.StatusCode == HttpStatusCode.Forbidden)
                {
                    return;
                }

                await Task.Delay(100);
            }
        }

        private static async Task<HttpResponseMessage> CallAsync(HttpMethod method, Uri address, string token, HttpContent? body)
        {
            using var http = new HttpClient();
            using var request = new HttpRequestMessage(method, address) { Content = body, Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
            return await http.SendAsync(request);
        }
    }
}
