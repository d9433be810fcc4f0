using OverdoseBot.Scripts;

namespace OverdoseBot.Web;

/// <summary>The chat page at <c>/</c> and its files at <c>/page/{version}/…</c>; all of it is made once, at the start.</summary>
internal static class PageEndpoints
{
    /// <summary>Serves the page of these scripts.</summary>
    public static void MapPage(this IEndpointRouteBuilder routes, Library library, PageWishes wishes, PageFiles files)
    {
        routes.MapPages("/", library, wishes, (spoken, region) => new PageHtml(library, region.Id, spoken.Language).Fill(files.Template, files.Address));
        routes.MapMethods("/page/{version}/{**name}", ["GET", "HEAD"], (HttpContext http, string version, string name) =>
            SendFile(http, files.Find(name), version == files.Version));
    }

    /// <summary>Sends a page that is asked for again each time, and only sent again when it has changed.</summary>
    public static Task SendHtml(HttpContext http, PageFile html)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ETag = html.Tag;
        headers.Append("Vary", "Accept-Language");
        if (http.Request.Headers.IfNoneMatch == html.Tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return Send(http, html);
    }

    // A page opened before a deployment may ask for its pictures afterwards: today's are better than none, but are not kept.
    private static Task SendFile(HttpContext http, PageFile? file, bool current)
    {
        if (file is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.Headers.CacheControl = current ? "public, max-age=31536000, immutable" : "no-store";
        return Send(http, file);
    }

    private static Task Send(HttpContext http, PageFile file)
    {
        var (body, encoding) = file.For(http.Request.Headers.AcceptEncoding.ToString());
        http.Response.Headers.Append("Vary", "Accept-Encoding");
        http.Response.Headers.ContentEncoding = encoding;
        http.Response.ContentType = file.Type;
        http.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(body).AsTask();
    }
}
