using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Takes the YAML files of a folder from disk, in one order on every machine.</summary>
internal static class ScriptFolder
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, MaxRecursionDepth = 8, MatchCasing = MatchCasing.CaseInsensitive };

    public static IEnumerable<ScriptFile> Files(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return Directory.EnumerateFiles(folder, "*.y*ml", Everything)
            .Select(full => (Full: full, Path: Path.GetRelativePath(folder, full).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(f => !IsPhrases(f.Path))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => new ScriptFile(f.Path, Bytes(f.Full)));
    }

    /// <summary>Names these very files: SHA-256 over names, lengths and bytes, in hexadecimal.</summary>
    public static string Fingerprint(IEnumerable<ScriptFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.Content?.Length}\n"));
            hash.AppendData((file.Content ?? default).Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Phrases and feelings are the matcher's; they have readers of their own.</summary>
    public static bool IsPhrases(string path) =>
        path.StartsWith("phrases/", StringComparison.Ordinal) || path.StartsWith("feelings/", StringComparison.Ordinal);

    private static ReadOnlyMemory<byte>? Bytes(string path)
    {
        try
        {
            // One byte more than is allowed is enough to know that a file is too large.
            using var stream = File.OpenRead(path);
            var bytes = new byte[Math.Min(stream.Length, FileText.MostBytes + 1)];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
