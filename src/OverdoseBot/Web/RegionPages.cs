using System.Collections.Frozen;
using OverdoseBot.Scripts;

namespace OverdoseBot.Web;

/// <summary>A page for every region in every language, each made once, when it is first asked for.</summary>
internal static class RegionPages
{
    /// <summary>Serves the one that somebody gets. What is not known, or not asked for, is as the service is set up: someone in need gets no error.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="path">The page's address.</param>
    /// <param name="library">The scripts.</param>
    /// <param name="wishes">Which page somebody gets.</param>
    /// <param name="page">Makes the page of a region, in the language of the scripts that it is given.</param>
    public static void MapPages(this IEndpointRouteBuilder routes, string path, Library library, PageWishes wishes, Func<Library, Region, PageFile> page)
    {
        var pages = library.InAllLanguages().SelectMany(l => l.Regions.Values.Select(r => (Library: l, Region: r)))
            .ToFrozenDictionary(p => (p.Region.Id, p.Library.Language), p => new Lazy<PageFile>(() => page(p.Library, p.Region)));
        routes.MapMethods(path, ["GET", "HEAD"], (HttpContext http) => PageEndpoints.SendHtml(http, pages[wishes.Of(http.Request)].Value));
    }
}
