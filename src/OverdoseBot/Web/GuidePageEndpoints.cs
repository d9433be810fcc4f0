using System.Collections.Frozen;
using System.Text;
using OverdoseBot.Scripts;

namespace OverdoseBot.Web;

/// <summary><c>/guide?region=us&amp;language=en</c>: the guide on one sheet; each is made once, at the start.</summary>
internal static class GuidePageEndpoints
{
    /// <summary>Serves the guide of these scripts. What is not known, or not asked for, is as the service is set up: someone in need gets no error.</summary>
    public static void MapGuide(this IEndpointRouteBuilder routes, Library library, Region region, string language)
    {
        if (library.Guide.IsEmpty)
        {
            return;
        }

        var files = "/page/" + PageFiles.Read().Version;
        var sheets = library.Regions.Values.ToFrozenDictionary(r => (r.Id, language), r => new PageFile(
            "text/html; charset=utf-8", Encoding.UTF8.GetBytes(new GuidePage(library, r, language).Html(files))));
        routes.MapMethods("/guide", ["GET", "HEAD"], (HttpContext http) =>
        {
            var (asked, spoken) = (http.Request.Query["region"].ToString(), http.Request.Query["language"].ToString());
            var sheet = sheets.GetValueOrDefault((asked, spoken)) ?? sheets.GetValueOrDefault((asked, language)) ?? sheets.GetValueOrDefault((region.Id, spoken))
                ?? sheets[(region.Id, language)];
            return PageEndpoints.SendHtml(http, sheet);
        });
    }
}
