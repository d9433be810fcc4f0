using System.Collections.Frozen;
using System.Text;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Web;

/// <summary>
/// <c>/plan?region=us&amp;language=en</c>: the page that makes a household plan; each is made once, at the start. <c>/plan/qr.svg</c>: the address of the guide
/// as people reach it.
/// </summary>
internal static class PlanPageEndpoints
{
    // An address that is longer is nobody's, and its code could not be read off paper.
    private const int LongestAddress = 200;

    /// <summary>Serves the plan of these scripts.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="library">The scripts.</param>
    /// <param name="region">The settings' region.</param>
    /// <param name="language">The settings' language.</param>
    /// <param name="known">The address at which people reach the service; null: the one that they asked.</param>
    public static void MapPlan(this IEndpointRouteBuilder routes, Library library, string region, string language, Uri? known)
    {
        if (!library.Scripts.ContainsKey("plan"))
        {
            return;
        }

        var files = "/page/" + PageFiles.Read().Version;
        var pages = library.InAllLanguages().SelectMany(l => l.Regions.Values.Select(r => (Library: l, Region: r))).ToFrozenDictionary(
            p => (p.Region.Id, p.Library.Language),
            p => new PageFile("text/html; charset=utf-8", Encoding.UTF8.GetBytes(new PlanPage(p.Library, p.Region, p.Library.Language).Html(files))));
        var wishes = new PageWishes(library, region, language);
        routes.MapMethods(Guide.PlanPage, ["GET", "HEAD"], (HttpContext http) => PageEndpoints.SendHtml(http, pages[wishes.Of(http.Request)]));
        routes.MapGet(Guide.PlanPage + "/qr.svg", (HttpContext http) =>
        {
            var root = known?.GetLeftPart(UriPartial.Path).TrimEnd('/') ?? $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}";
            var (place, spoken) = wishes.Of(http.Request);
            var address = $"{root}/guide?region={place}&language={spoken}";
            http.Response.Headers.CacheControl = "private, max-age=3600";
            return address.Length > LongestAddress ? Results.NotFound() : Results.Text(QrCode.Svg(address), "image/svg+xml");
        });
    }
}
