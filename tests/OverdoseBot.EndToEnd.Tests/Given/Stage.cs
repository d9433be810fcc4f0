// All at once, more than there are processors: what runs in real time, and what waits for a line to come back, waits most of its time.
[assembly: CollectionBehavior(MaxParallelThreads = 10)]

namespace OverdoseBot.EndToEnd;

/// <summary>One browser and one service for many tests of the page.</summary>
public sealed class Stage : IAsyncLifetime
{
    private Chromium? _chromium;
    private Service? _service;

    internal Service Service => _service!;

    /// <summary>A phone of that size.</summary>
    internal async Task<Phone> PhoneAsync(PhoneOptions? options = null) => await Phone.TakeAsync(_chromium!.Browser, Service.Address, options ?? new());

    async Task IAsyncLifetime.InitializeAsync()
    {
        _chromium = await Chromium.StartAsync();
        _service = await Service.StartAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await (_chromium?.DisposeAsync() ?? default);
        await (_service?.DisposeAsync() ?? default);
    }
}

/// <summary>The tests of the page that compute take turns: busy browsers make each other slow.</summary>
[CollectionDefinition(Name)]
public sealed class OnStage : ICollectionFixture<Stage>
{
    public const string Name = "the page";
}

/// <summary>Those that mostly wait, for a line, a token or a clock, take turns beside them.</summary>
[CollectionDefinition(Name)]
public sealed class InTheWings : ICollectionFixture<Stage>
{
    public const string Name = "the page, waiting";
}
