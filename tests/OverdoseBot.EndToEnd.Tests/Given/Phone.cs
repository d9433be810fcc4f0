using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>How a phone differs from the usual one (390 × 844, light, good network).</summary>
internal sealed record PhoneOptions
{
    public int Width { get; init; } = 390;

    public int Height { get; init; } = 844;

    public bool Dark { get; init; }

    public bool Still { get; init; }

    public bool NoScript { get; init; }

    /// <summary>True: failed requests are part of the test; the browser writes them to the console.</summary>
    public bool BadNetwork { get; init; }

    /// <summary>The language that its browser asks for.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>What stands behind the address: <c>?region=uk</c>.</summary>
    public string Ask { get; init; } = "";

    /// <summary>Another way to the service than the straight one.</summary>
    public Uri? Address { get; init; }

    /// <summary>Script that runs before the page's own.</summary>
    public string? Before { get; init; }
}

/// <summary>
/// A phone with the page on it, driven as a person would. When it is put away it fails the test if the page wrote an error, broke
/// its content policy, asked anybody else for anything or set a cookie.
/// </summary>
internal sealed partial class Phone : IAsyncDisposable
{
    /// <summary>Where the phone is: never where the service's clock is.</summary>
    public const string TimeZone = "America/Denver";

    // The page gives a socket seconds to open, and then tries again: a busy machine is a network that is slow.
    private const string TooSlow = "WebSocket is closed before the connection is established";
    private readonly ConcurrentQueue<string> _troubles = new();
    private readonly PhoneOptions _options;

    private Phone(IBrowserContext context, IPage page, Uri address, PhoneOptions options)
    {
        (Context, Address, _options) = (context, address, options);
        context.Request += (_, request) => Watch(request);
        Page = Follow(page);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; private set; }

    public Uri Address { get; }

    public ILocator Said => Page.Locator("#said");

    public ILocator Call => Page.Locator("#call");

    public ILocator Choices => Page.Locator("#choices button");

    public ILocator Banner => Page.Locator("#banner");

    public ILocator You => Page.Locator("#you");

    public ILocator Log => Page.Locator("#log li");

    public static async Task<Phone> TakeAsync(IBrowser browser, Uri service, PhoneOptions options)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = options.Width, Height = options.Height },
            IsMobile = true,
            HasTouch = true,
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = options.Still ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            JavaScriptEnabled = !options.NoScript,
            Locale = options.Locale,
            TimezoneId = TimeZone,
        });
        // A machine without a telephone writes an error for tel: links; what the page does with the tap is what counts here.
        await context.AddInitScriptAsync("addEventListener('click', e => e.target.closest?.('[href^=tel]') && e.preventDefault())");
        if (options.Before is not null)
        {
            await context.AddInitScriptAsync(options.Before);
        }

        return new Phone(context, await context.NewPageAsync(), options.Address ?? service, options);
    }

    public async Task<Phone> OpenAsync()
    {
        await Page.GotoAsync(new Uri(Address, _options.Ask).ToString());
        return this;
    }

    /// <summary>A new tab of the same phone, after the last one was closed.</summary>
    public async Task OpenAgainAsync()
    {
        Page = Follow(await Context.NewPageAsync());
        await OpenAsync();
    }

    /// <summary>Opened, and the page's script has put the first question in the place of the steps; the line may still be on its way.</summary>
    public async Task<Phone> OpenAndConnectAsync()
    {
        await OpenAsync();
        await Expect(Page.Locator("#steps")).ToBeHiddenAsync();
        return this;
    }

    public Task TapAsync(string label) => Page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();

    public async Task TypeAsync(string text)
    {
        await Page.Locator("#text").FillAsync(text);
        await Page.Locator("#text").PressAsync("Enter");
    }

    public Task SeesAsync(string words) => Expect(Said).ToContainTextAsync(words);

    public Task SeesBannerAsync(string words) => Expect(Banner).ToContainTextAsync(words);

    /// <summary>Waits till a condition of the page holds. (The browser's own waiting needs eval, which the page forbids.)</summary>
    public async Task UntilAsync(string condition, float seconds = Chromium.Patience / 1_000)
    {
        var since = Stopwatch.StartNew();
        while (!await Page.EvaluateAsync<bool>(condition))
        {
            since.Elapsed.TotalSeconds.ShouldBeLessThan(seconds, condition);
            await Task.Delay(20);
        }
    }

    /// <summary>Waits till the page's clock has at most so many seconds left. (It shows each of them for one only.)</summary>
    public Task ClockAsync(int seconds) => UntilAsync(
        $$"""
        (() => {
          const [, minutes, rest] = document.getElementById('clock').textContent.match(/(\d+):(\d\d)/) ?? [];
          return minutes * 60 + Number(rest) <= {{seconds}};
        })()
        """, 180);

    public Task SeesNoBannerAsync() => Expect(Banner).ToBeHiddenAsync();

    /// <summary>From the greeting to pushes with a spray at hand, by taps.</summary>
    public async Task ReachCompressionsAsync()
    {
        await TapAsync("They are not breathing");
        await SeesAsync("Push hard and fast");
    }

    /// <summary>What the person said so far, as the page shows it.</summary>
    public async Task<string[]> MineAsync() =>
        [.. (await Page.Locator("#log .mine").AllInnerTextsAsync()).Reverse()];

    /// <summary>Everything the service kept of this chat, as a client gets it: texts and times of one conversation.</summary>
    public async Task<JsonElement> TranscriptAsync()
    {
        await UntilAsync("sessionStorage.getItem('chat') !== null");
        return await Page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const { id, token } = JSON.parse(sessionStorage.getItem('chat'));
              const answer = await fetch(`/v3/directline/conversations/${id}/activities`, { headers: { Authorization: `Bearer ${token}` } });
              return (await answer.json()).activities.filter(a => a.text).map(a => ({ text: a.text, mine: a.from.role === 'user', answer: Boolean(a.replyToId), at: Date.parse(a.timestamp) }));
            }
            """);
    }

    /// <summary>Chooses in the form at the end of the page.</summary>
    public async Task ChooseAsync(string? region = null, string? language = null)
    {
        foreach (var (name, value) in new[] { ("region", region), ("language", language) })
        {
            if (value is not null)
            {
                await Page.Locator($"#place select[name={name}]").SelectOptionAsync(value);
            }
        }

        await Page.Locator("#place button").ClickAsync();
    }

    public Task<byte[]> PictureAsync(string name) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(Paths.Screenshots, $"{name}-{_options.Width}{(_options.Dark ? "-dark" : "")}.png") });

    public async ValueTask DisposeAsync()
    {
        var cookies = await Context.CookiesAsync();
        await Context.DisposeAsync();
        cookies.ShouldBeEmpty();
        _troubles.ShouldBeEmpty();
    }

    private IPage Follow(IPage page)
    {
        page.Console += (_, line) => Watch(line);
        page.PageError += (_, error) => _troubles.Enqueue("script error: " + error);
        page.SetDefaultTimeout(Chromium.Patience);
        return page;
    }

    private void Watch(IRequest request)
    {
        var url = new Uri(request.Url);
        if (url.Host != Address.Host || url.Port != Address.Port)
        {
            _troubles.Enqueue("asked somebody else: " + request.Url);
        }
    }

    private void Watch(IConsoleMessage line)
    {
        if (line.Type == "error" && !line.Text.Contains(TooSlow, StringComparison.Ordinal) && !(_options.BadNetwork && NetworkTrouble().IsMatch(line.Text)))
        {
            _troubles.Enqueue("console: " + line.Text);
        }
    }

    [GeneratedRegex("Failed to load resource|WebSocket connection to|net::ERR_")]
    private static partial Regex NetworkTrouble();
}
