using Microsoft.Playwright;

namespace OverdoseBot.EndToEnd;

/// <summary>One browser, and one service that trusts one web site, for many tests of the page of <c>deploy/embed</c>.</summary>
public sealed class Site : IAsyncLifetime
{
    private Chromium? _chromium;
    private Service? _service;

    internal Service Service => _service!;

    internal IBrowser Browser => _chromium!.Browser;

    /// <summary>The web site's port.</summary>
    internal int Port { get; } = Ports.Free();

    async Task IAsyncLifetime.InitializeAsync()
    {
        _chromium = await Chromium.StartAsync();
        _service = await Service.StartAsync(("DirectLine__TrustedOrigins", $"http://localhost:{Port}"));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await (_chromium?.DisposeAsync() ?? default);
        await (_service?.DisposeAsync() ?? default);
    }
}
