using System.IO.Compression;
using System.Security.Cryptography;

namespace OverdoseBot.Web;

/// <summary>One file of the page, compressed as small as it goes.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Tag">Its entity tag.</param>
/// <param name="Plain">The file.</param>
/// <param name="Brotli">Compressed with Brotli.</param>
/// <param name="Gzip">Compressed with gzip.</param>
/// <param name="Written">When it was last written.</param>
internal sealed record PageFile(string Type, string Tag, byte[] Plain, byte[] Brotli, byte[] Gzip, DateTime Written)
{
    public static PageFile Read(string path, string type)
    {
        var written = File.GetLastWriteTimeUtc(path);
        var plain = File.ReadAllBytes(path);
        var brotli = Compress(plain, to => new BrotliStream(to, CompressionLevel.SmallestSize));
        var gzip = Compress(plain, to => new GZipStream(to, CompressionLevel.SmallestSize));
        return new PageFile(type, $"\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12))}\"", plain, brotli, gzip, written);
    }

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> compressor)
    {
        using var small = new MemoryStream();
        using (var compressing = compressor(small))
        {
            compressing.Write(plain);
        }

        return small.ToArray();
    }
}
