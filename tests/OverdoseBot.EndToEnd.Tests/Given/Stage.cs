using Microsoft.Playwright;

// More than there are processors: the ways in real time wait most of their time.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace OverdoseBot.EndToEnd;

/// <summary>One browser and one service for all tests of the page.</summary>
public sealed class Stage : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Service? _service;

    internal Service Service => _service!;

    internal IBrowser Browser => _browser!;

    /// <summary>A phone of that size.</summary>
    internal async Task<Phone> PhoneAsync(PhoneOptions? options = null) => await Phone.TakeAsync(_browser!, Service.Address, options ?? new());

    async Task IAsyncLifetime.InitializeAsync()
    {
        if (!File.Exists(Chromium) || !File.Exists(Paths.Axe) || !File.Exists(Paths.WebChat))
        {
            throw new InvalidOperationException("The tests of the page need chromium, axe-core and Web Chat. Run tests/needs.sh as root first.");
        }

        _service = await Service.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            // A phone brings pages back as they were.
            IgnoreDefaultArgs = ["--disable-back-forward-cache"],
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }
    }
}

/// <summary>The tests of the page take turns: busy browsers make each other slow. Those in real time mostly wait, so they run beside them.</summary>
[CollectionDefinition(Name)]
public sealed class OnStage : ICollectionFixture<Stage>
{
    public const string Name = "the page";
}
