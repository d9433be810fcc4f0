using OverdoseBot.Channels;
using OverdoseBot.Journal;

namespace OverdoseBot.Web;

/// <summary>
/// <c>/health/live</c>: the process answers, and its clocks and deliverers go round; else only a new process helps. <c>/health/ready</c>: the scripts are
/// loaded, the journal answers, clocks and deliverers go round, and nobody asked the service to stop.
/// </summary>
internal static class Health
{
    // They look every second; while the journal is away, each look may take some seconds.
    private static readonly TimeSpan _late = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _stuck = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health");
        health.MapGet("/live", (Loops loops) => loops.SinceLook < _stuck ? Results.Text("live") : No("The clocks stand still."));
        health.MapGet("/ready", ReadyAsync);
    }

    // There is no service without scripts: they were checked before it was built.
    private static async Task<IResult> ReadyAsync(IJournal journal, Draining draining, Loops loops, CancellationToken cancel)
    {
        if (draining.Begun)
        {
            return No("The service is about to stop.");
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

    private static IResult No(string why) => Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);
}
