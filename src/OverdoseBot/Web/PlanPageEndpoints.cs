using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Web;

/// <summary>
/// <c>/plan?region=us&amp;language=en</c>: the page that makes a household plan. <c>/plan/qr.svg</c>: the address of the guide
/// as people reach it.
/// </summary>
internal static class PlanPageEndpoints
{
    // An address that is longer is nobody's, and its code could not be read off paper.
    private const int LongestAddress = 200;

    /// <summary>Serves the plan of these scripts.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="library">The scripts.</param>
    /// <param name="wishes">Which page somebody gets.</param>
    /// <param name="files">What the page loads.</param>
    /// <param name="known">The address at which people reach the service; null: the one that they asked.</param>
    public static void MapPlan(this IEndpointRouteBuilder routes, Library library, PageWishes wishes, PageFiles files, Uri? known)
    {
        if (!library.Scripts.ContainsKey("plan"))
        {
            return;
        }

        routes.MapPages(
            Guide.PlanPage, library, wishes, (spoken, region) => PageFile.Of("plan.html", new PlanPage(spoken, region, spoken.Language).Html(files.Address)));
        routes.MapGet(Guide.PlanPage + "/qr.svg", (HttpContext http) =>
        {
            var root = known?.GetLeftPart(UriPartial.Path).TrimEnd('/') ?? $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}";
            var (region, language) = wishes.Of(http.Request);
            var address = $"{root}/guide?region={region}&language={language}";
            http.Response.Headers.CacheControl = "private, max-age=3600";
            return address.Length > LongestAddress ? Results.NotFound() : Results.Text(QrCode.Svg(address), "image/svg+xml");
        });
    }
}
