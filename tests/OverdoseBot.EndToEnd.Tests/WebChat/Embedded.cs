using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>A text of a chat as the service kept it.</summary>
internal sealed record Kept(bool Mine, string Text, DateTimeOffset At);

/// <summary>Web Chat 4.18.1, unmodified, on the page of <c>deploy/embed</c> in a browser, between a site and a service with a network that can fail.</summary>
internal sealed class Embedded : IAsyncDisposable
{
    // A reconnecting Web Chat waits 3 to 15 s, and gives a post 20 s (wire-protocols.md 3.4 and 3.5).
    public const float Patience = 120_000;
    private static readonly TimeSpan _untilShown = TimeSpan.FromSeconds(60);
    private readonly EmbedHost _host;
    private readonly IBrowserContext _context;

    private Embedded(Service service, Wire wire, EmbedHost host, IBrowserContext context) => (Service, Wire, _host, _context) = (service, wire, host, context);

    public Service Service { get; }

    public Wire Wire { get; }

    public IPage Page { get; private set; } = null!;

    /// <summary>The button beside a message that failed.</summary>
    public ILocator Retry => Page.GetByRole(AriaRole.Button, new() { Name = "Retry" });

    public ILocator Banner => Page.Locator("#banner");

    /// <summary>What the bot said, as the person sees it.</summary>
    public Task<IReadOnlyList<string>> SaidAsync() => Page.Locator(".webchat__bubble:not(.webchat__bubble--from-user) .webchat__bubble__content").AllInnerTextsAsync();

    /// <summary>What the person said, as they see it.</summary>
    public Task<IReadOnlyList<string>> MineAsync() => Page.Locator(".webchat__bubble--from-user .webchat__bubble__content").AllInnerTextsAsync();

    /// <summary>A browser with the page, not yet opened.</summary>
    /// <param name="site">Has the browser and the service.</param>
    /// <param name="before">Script that runs before the page's own.</param>
    public static async Task<Embedded> PrepareAsync(Site site, string? before = null)
    {
        var wire = new Wire(site.Service.Port);
        var context = await site.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true });
        await context.AddInitScriptAsync("addEventListener('click', e => e.target.closest?.('[href^=tel]') && e.preventDefault())");
        if (before is not null)
        {
            await context.AddInitScriptAsync(before);
        }

        // The file of the package in the place of the network's copy; the page's hash holds for both.
        await context.RouteAsync("https://cdn.botframework.com/**", route => route.FulfillAsync(new()
        {
            Path = Paths.WebChat,
            ContentType = "text/javascript",
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
        }));
        var chat = new Embedded(site.Service, wire, EmbedHost.Start(site.Port, wire.Address), context);
        chat.Page = await chat.TabAsync();
        return chat;
    }

    /// <summary>The page is open and the bot has greeted.</summary>
    public static async Task<Embedded> OpenAsync(Site site, string? before = null)
    {
        var chat = await PrepareAsync(site, before);
        await chat.GoAsync();
        await chat.SeesAsync("Call 911 now, on speaker.");
        return chat;
    }

    public Task GoAsync() => Page.GotoAsync(_host.Address.ToString());

    /// <summary>Another tab that goes on with the same chat, as a copied tab does.</summary>
    public async Task<IPage> CopyTabAsync()
    {
        var token = await Page.EvaluateAsync<string>("sessionStorage.getItem('overdosebot')");
        var tab = await TabAsync();
        await tab.AddInitScriptAsync($"sessionStorage.getItem('overdosebot') || sessionStorage.setItem('overdosebot', '{token}')");
        await tab.GotoAsync(_host.Address.ToString());
        return tab;
    }

    public Task TapAsync(string label) => Button(Page, label).ClickAsync();

    /// <summary>A suggested action: the transcript has a hidden twin of each, for screen readers.</summary>
    public static ILocator Button(IPage page, string label) =>
        page.GetByRole(AriaRole.Toolbar, new() { Name = "Suggested actions" }).GetByRole(AriaRole.Button, new() { Name = label, Exact = true });

    public async Task TypeAsync(string text)
    {
        await Page.Locator("[data-id=webchat-sendbox-input]").FillAsync(text);
        await Page.Locator("[data-id=webchat-sendbox-input]").PressAsync("Enter");
    }

    /// <summary>Waits till the bot's last words hold these.</summary>
    public Task SeesAsync(string words) => SeesAsync(Page, words);

    public static Task SeesAsync(IPage page, string words) =>
        Expect(page.Locator(".webchat__bubble:not(.webchat__bubble--from-user) .webchat__bubble__content").Last).ToContainTextAsync(words, new() { Timeout = Patience });

    public Task SeesBannerAsync() => Expect(Banner).ToBeVisibleAsync(new() { Timeout = Patience });

    public Task SeesNoBannerAsync() => Expect(Banner).ToBeHiddenAsync(new() { Timeout = Patience });

    /// <summary>What the service kept: every text of the chat in order.</summary>
    public async Task<IReadOnlyList<Kept>> KeptAsync() => [.. (await Page.EvaluateAsync<JsonElement>(
        $$"""
        async () => {
          const root = '{{Service.Address}}v3/directline', headers = { Authorization: 'Bearer ' + sessionStorage.getItem('overdosebot') };
          const { token, conversationId } = await (await fetch(root + '/tokens/refresh', { method: 'POST', headers })).json();
          const answer = await fetch(`${root}/conversations/${conversationId}/activities`, { headers: { Authorization: `Bearer ${token}` } });
          // An activity that comes again under its id takes the first one's place.
          const kept = new Map((await answer.json()).activities.filter(a => a.text).map(a => [a.id, a]));
          return [...kept.values()].map(a => ({ mine: a.from.role === 'user', text: a.text, at: a.timestamp }));
        }
        """)).EnumerateArray().Select(k => new Kept(k.GetProperty("mine").GetBoolean(), k.GetProperty("text").GetString()!, k.GetProperty("at").GetDateTimeOffset()))];

    /// <summary>Nothing lost and nothing doubled: what is seen is what was kept, in its order, as soon as the page has drawn it.</summary>
    public async Task NothingLostNothingDoubledAsync()
    {
        for (var since = Stopwatch.StartNew(); ;)
        {
            var kept = (await KeptAsync()).ToLookup(k => k.Mine, k => Plain(k.Text));
            var (said, mine) = ((await SaidAsync()).Select(Plain).ToList(), (await MineAsync()).Select(Plain).ToList());
            if (since.Elapsed < _untilShown && !(said.SequenceEqual(kept[false]) && mine.SequenceEqual(kept[true])))
            {
                await Task.Delay(100);
                continue;
            }

            said.ShouldBe(kept[false]);
            mine.ShouldBe(kept[true]);
            await Expect(Retry).ToHaveCountAsync(0);
            return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _host.DisposeAsync();
        await Wire.DisposeAsync();
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<IPage> TabAsync()
    {
        var tab = await _context.NewPageAsync();
        tab.SetDefaultTimeout(Patience);
        return tab;
    }
}
