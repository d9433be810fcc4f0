using System.Collections.Frozen;
using System.Text;
using OverdoseBot.Scripts;

namespace OverdoseBot.Web;

/// <summary><c>/guide?region=us&amp;language=en</c>: the guide on one sheet; each is made once, at the start.</summary>
internal static class GuidePageEndpoints
{
    /// <summary>Serves the guide of these scripts. What is not known, or not asked for, is as the service is set up: someone in need gets no error.</summary>
    public static void MapGuide(this IEndpointRouteBuilder routes, Library library, string region, string language)
    {
        if (library.Guide.IsEmpty)
        {
            return;
        }

        var files = "/page/" + PageFiles.Read().Version;
        var sheets = library.InAllLanguages().SelectMany(l => l.Regions.Values.Select(r => (Library: l, Region: r))).ToFrozenDictionary(
            s => (s.Region.Id, s.Library.Language),
            s => new PageFile("text/html; charset=utf-8", Encoding.UTF8.GetBytes(new GuidePage(s.Library, s.Region, s.Library.Language).Html(files))));
        var wishes = new PageWishes(library, region, language);
        routes.MapMethods("/guide", ["GET", "HEAD"], (HttpContext http) =>
        {
            var sheet = sheets[wishes.Of(http.Request)];
            return PageEndpoints.SendHtml(http, sheet);
        });
    }
}
