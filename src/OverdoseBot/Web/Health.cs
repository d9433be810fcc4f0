using OverdoseBot.Journal;

namespace OverdoseBot.Web;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the scripts are loaded, the journal answers, and nobody asked the service to stop.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health");
        health.MapGet("/live", () => Results.Text("live"));
        health.MapGet("/ready", ReadyAsync);
    }

    // There is no service without scripts: they were checked before it was built.
    private static async Task<IResult> ReadyAsync(IJournal journal, Draining draining, CancellationToken cancel)
    {
        if (draining.Begun)
        {
            return No("The service is about to stop.");
        }

        try
        {
            await journal.NextDueAsync(cancel);
            return Results.Text("ready");
        }
        catch (JournalException)
        {
            return No("The journal does not answer.");
        }
    }

    private static IResult No(string why) => Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);
}
