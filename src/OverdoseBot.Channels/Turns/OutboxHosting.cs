using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels;

/// <summary>Runs deliverers of outbox rows with the service.</summary>
public static class OutboxHosting
{
    /// <summary>
    /// Delivers the rows of a target for as long as the service runs. It needs an <c>IJournal</c> and a <c>TimeProvider</c>. A row's body is the
    /// activity in JSON (<see cref="ActivityJson.Read"/>), addressed: its conversation, recipient and serviceUrl are the reference's.
    /// </summary>
    /// <param name="services">The service's parts.</param>
    /// <param name="target">The target; one deliverer each.</param>
    /// <param name="deliver">Makes the deliverer.</param>
    /// <param name="atOnce">How many conversations are delivered to at once.</param>
    public static IServiceCollection AddOutbox(
        this IServiceCollection services, string target, Func<IServiceProvider, Deliver> deliver, int atOnce = Outbox.UsuallyAtOnce) =>
        services.AddSingleton<IHostedService>(made =>
        {
            var outbox = new Outbox(
                made.GetRequiredService<IJournal>(),
                made.GetRequiredService<TimeProvider>(),
                target,
                deliver(made),
                made.GetRequiredService<ILogger<Outbox>>(),
                atOnce);
            made.GetService<Loops>()?.Add(() => outbox.SinceLook);
            return new Runs(outbox);
        });

    /// <summary>Delivers a channel's replies: those of the steps and, in a queue of their own, the words beside them (<see cref="ReplyRoute.Beside"/>).</summary>
    /// <param name="services">The service's parts.</param>
    /// <param name="target">The target, as in <see cref="ReplyRoute.Target"/>.</param>
    /// <param name="deliver">Makes the deliverer.</param>
    /// <param name="atOnce">How many conversations each queue delivers to at once.</param>
    public static IServiceCollection AddReplies(
        this IServiceCollection services, string target, Func<IServiceProvider, Deliver> deliver, int atOnce = Outbox.UsuallyAtOnce) =>
        services.AddOutbox(target, deliver, atOnce).AddOutbox(ReplyRoute.Beside(target), deliver, atOnce);

    private sealed class Runs(Outbox outbox) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => outbox.RunAsync(stoppingToken);
    }
}
