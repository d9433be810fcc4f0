namespace OverdoseBot.Scripts.Tests.Rules;

/// <summary>A broken example: the valid library with the files of one folder laid over it.</summary>
internal static class Overlay
{
    private const string Expected = "expected.txt";

    public static string Valid => Path.Combine(Shipped.Broken, "_valid");

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Shipped.Broken)
        .Select(d => Path.GetFileName(d)).Where(n => n[0] != '_').Order(StringComparer.Ordinal);

    public static IReadOnlyList<ScriptFile> Files(string? name)
    {
        var files = new SortedDictionary<string, ScriptFile>(StringComparer.Ordinal);
        foreach (var folder in name is null ? [Valid] : new[] { Valid, Path.Combine(Shipped.Broken, name) })
        {
            foreach (var full in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
            {
                var path = Path.GetRelativePath(folder, full).Replace(Path.DirectorySeparatorChar, '/');
                files[path] = new ScriptFile(path, File.ReadAllBytes(full));
            }
        }

        return [.. files.Values];
    }

    public static string ExpectedFile(string name) => Path.Combine(Shipped.Broken, name, Expected);
}
