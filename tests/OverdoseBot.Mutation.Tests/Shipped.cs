using System.Text;
using OverdoseBot.Paths;
using OverdoseBot.Scripts;
using OverdoseBot.Scripts.Reading;
using OverdoseBot.Understanding;

namespace OverdoseBot.Mutation.Tests;

/// <summary>The scripts that ship, as files and as trees.</summary>
internal static class Shipped
{
    private const string Here = "OVERDOSEBOT_DIALOGS";

    public static string Top { get; } = Find();

    /// <summary>All files below <c>dialogs/</c> but the phrases, as they are written.</summary>
    public static IReadOnlyList<ScriptFile> Files { get; } = [.. ScriptFolder.Files(Dialogs)];

    /// <summary>The English files alone: a change of the English is not to be caught by a stale translation only.</summary>
    public static IReadOnlyList<ScriptFile> English { get; } = [.. Files.Where(f => FileNames.Translated(f.Path) is null)];

    public static Library Library { get; } = ScriptLibrary.Load(English).Library ?? throw new InvalidOperationException("The shipped scripts have faults: run check.");

    public static Ear Ear { get; } = new(Readers.In(Dialogs));

    /// <summary>The files, read: a mutant changes one of them and reads no file.</summary>
    public static IReadOnlyDictionary<string, OverdoseBot.Scripts.Reading.Node> Roots { get; } =
        Files.ToDictionary(f => f.Path, f => Tests.Tree.Read(f.Path, Encoding.UTF8.GetString(f.Content!.Value.Span)));

    /// <summary>The library that a mutant makes, or null and its faults.</summary>
    public static Library? Read(Mutant mutant, FaultList faults)
    {
        var translated = FileNames.Translated(mutant.File) is not null;
        var roots = new SortedDictionary<string, OverdoseBot.Scripts.Reading.Node>(StringComparer.Ordinal);
        foreach (var file in translated ? Files : English)
        {
            roots[file.Path] = file.Path == mutant.File ? mutant.Root : Roots[file.Path];
        }

        return LibraryReader.Of(roots, [.. roots.Keys], faults);
    }

    /// <summary>The files with one of them changed, as they would stand on disk.</summary>
    public static IEnumerable<ScriptFile> With(Mutant mutant)
    {
        var changed = new ScriptFile(mutant.File, Encoding.UTF8.GetBytes(Tests.Tree.Write(mutant.Root)));
        return (FileNames.Translated(mutant.File) is null ? English : Files).Select(f => f.Path == mutant.File ? changed : f);
    }

    private static string Dialogs => Environment.GetEnvironmentVariable(Here) ?? Path.Combine(Top, "dialogs");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OverdoseBot.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("OverdoseBot.sln is in no folder above the tests.");
        }

        return folder.FullName;
    }
}
