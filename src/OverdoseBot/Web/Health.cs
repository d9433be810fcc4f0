using OverdoseBot.Journal;

namespace OverdoseBot.Web;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the scripts are loaded and the journal answers.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health");
        health.MapGet("/live", () => Results.Text("live"));
        health.MapGet("/ready", ReadyAsync);
    }

    // There is no service without scripts: they were checked before it was built.
    private static async Task<IResult> ReadyAsync(IJournal journal, CancellationToken cancel)
    {
        try
        {
            await journal.NextDueAsync(cancel);
            return Results.Text("ready");
        }
        catch (JournalException)
        {
            return Results.Text("The journal does not answer.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
