using OverdoseBot.Scripts;

namespace OverdoseBot.Web;

/// <summary><c>/guide?region=us&amp;language=en</c>: the guide on one sheet.</summary>
internal static class GuidePageEndpoints
{
    /// <summary>Serves the guide of these scripts.</summary>
    public static void MapGuide(this IEndpointRouteBuilder routes, Library library, PageWishes wishes, PageFiles files)
    {
        if (!library.Guide.IsEmpty)
        {
            routes.MapPages("/guide", library, wishes, (spoken, region) => PageFile.Of("guide.html", new GuidePage(spoken, region, spoken.Language).Html(files.Address)));
        }
    }
}
