using OverdoseBot.Channels;
using OverdoseBot.Journal;

namespace OverdoseBot.Web;

/// <summary>
/// <c>/health/live</c>: the process answers, and its clocks and deliverers go round; else only a new process helps. <c>/health/ready</c>: the scripts are
/// loaded, the journal answers, clocks and deliverers go round, and nobody asked the service to stop. <c>/health/serving</c>: nobody asked it to stop.
/// </summary>
/// <remarks>
/// Whoever sends people here asks <c>/health/serving</c>: all replicas share one journal, so while it is away none is ready, and each still gives everybody
/// the emergency card. A balancer that asked <c>/health/ready</c> would give them nothing.
/// </remarks>
internal static class Health
{
    // They look every second; while the journal is away, each look may take some seconds.
    private static readonly TimeSpan _late = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _stuck = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health");
        health.MapGet("/live", (Loops loops) => loops.SinceLook < _stuck ? Results.Text("live") : No("The clocks stand still."));
        health.MapGet("/serving", (Draining draining) => draining.Begun ? Stopping() : Results.Text("serving"));
        health.MapGet("/ready", ReadyAsync);
    }

    // There is no service without scripts: they were checked before it was built.
    private static async Task<IResult> ReadyAsync(IJournal journal, Draining draining, Loops loops, CancellationToken cancel)
    {
        if (draining.Begun)
        {
            return Stopping();
        }

        try
        {
            await journal.NextDueAsync(cancel);
            return loops.SinceLook < _late ? Results.Text("ready") : No("The clocks are late.");
        }
        catch (JournalException)
        {
            return No("The journal does not answer.");
        }
    }

    private static IResult Stopping() => No("The service is about to stop.");

    private static IResult No(string why) => Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);
}
