namespace OverdoseBot.Scripts.Reading;

/// <summary>Which file of <c>dialogs/</c> holds what: <c>respond/respond.yaml</c>, and its Spanish <c>respond/respond.es.yaml</c>.</summary>
internal static class FileNames
{
    private const string Yaml = ".yaml";

    /// <summary>Files that every library has.</summary>
    public static readonly string[] Catalogs = ["everywhere.yaml", "hazards.yaml", "lines.yaml", "products.yaml", "regions.yaml", "sources.yaml"];

    private static readonly string[] Spoken = [DrillReader.File, "everywhere.yaml", "lines.yaml", "products.yaml", "regions.yaml"];

    public static bool IsKnown(string path) => Catalogs.Contains(path) || IsWords(path) || IsDialog(path) || Translated(path) is not null;

    public static bool IsWords(string path) => path.StartsWith("words/", StringComparison.Ordinal) && IsInFolder(path);

    public static bool IsDialog(string path) => !path.StartsWith("words/", StringComparison.Ordinal) && IsInFolder(path) && Translated(path) is null;

    /// <summary>True for files of which each language has its own.</summary>
    public static bool IsSpoken(string path) => Spoken.Contains(path) || IsDialog(path);

    /// <summary>The name of the translation of a file.</summary>
    public static string In(string language, string path) => $"{path[..^Yaml.Length]}.{language}{Yaml}";

    /// <summary>The file that a file translates, and its language; null: it is no translation.</summary>
    public static (string Path, string Language)? Translated(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Split('.') is [var stem, { Length: 2 or 3 } language, "yaml"]
            ? ($"{path[..^name.Length]}{stem}{Yaml}", language)
            : null;
    }

    private static bool IsInFolder(string path) => path.EndsWith(Yaml, StringComparison.Ordinal) && path.Count(c => c == '/') == 1;
}
