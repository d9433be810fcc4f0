using System.Collections.Concurrent;
using Microsoft.AspNetCore.StaticFiles;

namespace OverdoseBot.Web;

/// <summary>
/// The page (<c>wwwroot</c>), kept in memory: a few files, each compressed once at the highest level. A file that was changed on the disk is
/// read again.
/// </summary>
internal sealed class PageFiles(string folder)
{
    private readonly ConcurrentDictionary<string, PageFile> _files = new(StringComparer.Ordinal);
    private readonly FileExtensionContentTypeProvider _types = new();

    /// <summary>Compresses every file now, so that nobody waits for it.</summary>
    public int Load() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Count(f => Find("/" + Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/')) is not null)
        : 0;

    /// <summary>Answers with a file; goes on when there is none of that name.</summary>
    public async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if ((!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            || Find(request.Path == "/" ? "/index.html" : request.Path.Value!) is not { } file)
        {
            await next(context);
            return;
        }

        var headers = context.Response.Headers;
        headers.ETag = file.Tag;
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept-Encoding";
        if (request.Headers.IfNoneMatch.ToString().Contains(file.Tag, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var (bytes, encoding) = Choose(file, request.Headers.AcceptEncoding.ToString());
        headers.ContentType = file.Type;
        headers.ContentLength = bytes.Length;
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        if (HttpMethods.IsGet(request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static (byte[] Bytes, string? Encoding) Choose(PageFile file, string accepted)
    {
        if (Accepts(accepted, "br") && file.Brotli.Length < file.Plain.Length)
        {
            return (file.Brotli, "br");
        }

        return Accepts(accepted, "gzip") && file.Gzip.Length < file.Plain.Length ? (file.Gzip, "gzip") : (file.Plain, null);
    }

    private static bool Accepts(string accepted, string encoding) => accepted.Split(',', StringSplitOptions.TrimEntries)
        .Any(a => a.Equals(encoding, StringComparison.OrdinalIgnoreCase)
            || (a.StartsWith(encoding + ";", StringComparison.OrdinalIgnoreCase) && !a.EndsWith("q=0", StringComparison.OrdinalIgnoreCase)));

    private PageFile? Find(string path)
    {
        // Only names that the folder itself lists are served: no way out of it, nothing hidden.
        if (path.Contains("..", StringComparison.Ordinal) || path.Contains("/.", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal)
            || path.Contains('\0', StringComparison.Ordinal) || !_types.TryGetContentType(path, out var type))
        {
            return null;
        }

        var full = Path.Combine(folder, path.TrimStart('/'));
        if (!full.StartsWith(folder, StringComparison.Ordinal) || !File.Exists(full))
        {
            return null;
        }

        type = type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
        return _files.TryGetValue(path, out var known) && known.Written == File.GetLastWriteTimeUtc(full)
            ? known
            : _files[path] = PageFile.Read(full, type);
    }
}
