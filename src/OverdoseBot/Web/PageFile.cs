using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace OverdoseBot.Web;

/// <summary>One file of the page, kept in memory in the three forms a browser may take it in; each is made when first asked for.</summary>
internal sealed class PageFile(string type, byte[] plain)
{
    private static readonly FrozenDictionary<string, string> _types = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Lazy<byte[]> _brotli = new(() => Squeeze(plain, s => new BrotliStream(s, CompressionLevel.SmallestSize)));
    private readonly Lazy<byte[]> _gzip = new(() => Squeeze(plain, s => new GZipStream(s, CompressionLevel.SmallestSize)));

    public string Type => type;

    /// <summary>Its ETag: changes with its content.</summary>
    public string Tag { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(plain))[..16]}\"";

    public ReadOnlySpan<byte> Plain => plain;

    /// <summary>A file of <c>wwwroot</c>. Comments are for readers of the source; a phone on a bad network does not pay for them.</summary>
    public static PageFile Of(string name, string text) => new(
        _types[Path.GetExtension(name)],
        Encoding.UTF8.GetBytes(name.EndsWith(".js", StringComparison.Ordinal) ? WithoutComments(text) : text));

    /// <summary>The body in the smallest form that the browser takes, and the name of that form (null: as it is).</summary>
    public (byte[] Body, string? Encoding) For(string accepted) =>
        Takes(accepted, "br") ? (_brotli.Value, "br")
        : Takes(accepted, "gzip") ? (_gzip.Value, "gzip")
        : (plain, null);

    private static bool Takes(string accepted, string form) =>
        StringWithQualityHeaderValue.TryParseList([accepted], out var forms) && forms.Any(f => f.Value == form && f.Quality is not 0);

    // Only whole lines go, so that nothing inside a string can be hit; no line of ours that is text begins with two slashes.
    private static string WithoutComments(string script) => string.Join('\n', script.Split('\n')
        .Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal)));

    private static byte[] Squeeze(byte[] bytes, Func<Stream, Stream> into)
    {
        using var packed = new MemoryStream();
        using (var stream = into(packed))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
