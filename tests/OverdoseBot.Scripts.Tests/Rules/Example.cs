using System.Text;

namespace OverdoseBot.Scripts.Tests.Rules;

/// <summary>
/// A broken example: the valid library with the files of one folder laid over it. Its <c>on.txt</c> names further valid parts
/// that it stands on: <c>_spanish</c>, <c>_kits</c>, or <c>../../dialogs</c> itself for a rule that holds for the whole
/// response only. Its <c>change.txt</c> changes one thing there: a file, what stands in it, and what shall.
/// </summary>
internal static class Example
{
    private const string Base = "_valid";
    private const string Expected = "expected.txt";
    private const string On = "on.txt";
    private const string Change = "change.txt";

    /// <summary>The day on which examples are checked.</summary>
    public static readonly DateOnly Today = new(2026, 12, 1);

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Shipped.Broken)
        .Select(d => Path.GetFileName(d)).Where(n => n[0] != '_').Order(StringComparer.Ordinal);

    public static IReadOnlyList<ScriptFile> Files(string? name)
    {
        var on = name is null || !File.Exists(In(name, On)) ? [] : File.ReadAllLines(In(name, On));
        var files = Laid([.. on, .. name is null ? [] : (string[])[name]]);
        return name is null || !File.Exists(In(name, Change)) ? files : Changed(files, File.ReadAllLines(In(name, Change)));
    }

    /// <summary>The valid library with further valid parts, such as <c>_spanish</c>.</summary>
    public static IReadOnlyList<ScriptFile> Valid(params string[] parts) => Laid(parts);

    /// <summary>Valid parts that stand beside the valid library.</summary>
    public static IEnumerable<string> Parts => Directory.EnumerateDirectories(Shipped.Broken)
        .Select(d => Path.GetFileName(d)).Where(n => n[0] == '_' && n != Base).Order(StringComparer.Ordinal);

    /// <summary>What <c>check</c> says of an example.</summary>
    public static IReadOnlyList<Fault> Faults(string name)
    {
        var load = ScriptLibrary.Load(Files(name));
        return load.Ok ? LineDates.Overdue(load.Library, Today) : load.Faults;
    }

    public static string ExpectedFile(string name) => In(name, Expected);

    private static List<ScriptFile> Laid(IEnumerable<string> folders)
    {
        var files = new SortedDictionary<string, ScriptFile>(StringComparer.Ordinal);
        foreach (var folder in folders.Prepend(Base).Select(f => Path.Combine(Shipped.Broken, f)))
        {
            foreach (var full in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
            {
                var path = Path.GetRelativePath(folder, full).Replace(Path.DirectorySeparatorChar, '/');
                files[path] = new ScriptFile(path, File.ReadAllBytes(full));
            }
        }

        return [.. files.Values];
    }

    private static IReadOnlyList<ScriptFile> Changed(IReadOnlyList<ScriptFile> files, string[] change)
    {
        var (path, old, now) = (change[0], change[1], change[2]);
        return [.. files.Select(f => f.Path != path ? f : f with { Content = Encoding.UTF8.GetBytes(Once(Encoding.UTF8.GetString(f.Content!.Value.Span), old, now)) })];
    }

    private static string Once(string text, string old, string now) => text.Split(old) is [var before, var after]
        ? before + now + after
        : throw new InvalidDataException($"\"{old}\" does not stand there once.");

    private static string In(string name, string file) => Path.Combine(Shipped.Broken, name, file);
}
