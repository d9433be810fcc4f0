using OverdoseBot.Wiring;

namespace OverdoseBot.Web;

/// <summary>
/// The way out of service: <c>/health/serving</c> and <c>/health/ready</c> say no first, so that a load balancer sends nobody new while everybody is still served; then the
/// service stops.
/// </summary>
/// <param name="options">How long a load balancer gets.</param>
/// <param name="time">The only source of time.</param>
internal sealed class Draining(BotOptions options, TimeProvider time)
{
    private volatile bool _begun;

    /// <summary>True from when the service was asked to stop.</summary>
    public bool Begun => _begun;

    /// <summary>Says no from here on, and returns when nobody new is expected any more.</summary>
    public Task BeginAsync()
    {
        _begun = true;
        return Task.Delay(options.Drain, time);
    }
}

/// <summary>Leaves signals to the verb that runs the service: the host's own answer to them stops it at once.</summary>
internal sealed class VerbLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
