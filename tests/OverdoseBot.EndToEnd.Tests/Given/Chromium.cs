using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>A browser of the tests' own.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    // Without windows of its own it needs half of the processor time; pages are drawn the same.
    private const string Program = "/usr/bin/chromium-headless-shell";
    private const string Whole = "/usr/bin/chromium";

    // A start reads a hundred megabytes, perhaps beside nine others.
    private const float StartsWithin = 180_000;
    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, Browser) = (playwright, browser);

    /// <summary>How long a test waits at most for what it expects, in milliseconds: nothing comes later on a busy machine that comes at all.</summary>
    public const float Patience = 60_000;

    public IBrowser Browser { get; }

    /// <param name="keepsPages">A whole browser, which keeps a page that was left and brings it back as it was, as phones do.</param>
    public static async Task<Chromium> StartAsync(bool keepsPages = false)
    {
        if (!File.Exists(Program) || !File.Exists(Whole) || !File.Exists(Paths.Axe) || !File.Exists(Paths.WebChat))
        {
            throw new InvalidOperationException("The tests of the page need chromium, chromium-headless-shell, axe-core and Web Chat. Run tests/needs.sh as root first.");
        }

        SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            Timeout = StartsWithin,
            ExecutablePath = keepsPages ? Whole : Program,
            IgnoreDefaultArgs = ["--disable-back-forward-cache"],
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}
