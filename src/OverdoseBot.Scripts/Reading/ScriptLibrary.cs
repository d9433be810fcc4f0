using OverdoseBot.Scripts.Reading;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts;

/// <summary>Reads <c>dialogs/</c>, checks it against every rule, and freezes it. Bad content never throws: it becomes faults.</summary>
public static class ScriptLibrary
{
    /// <summary>Reads and checks a folder.</summary>
    public static LoadResult Load(string folder) => Load(ScriptFolder.Files(folder));

    /// <summary>Reads a folder, and checks it unless these very bytes are known to have passed.</summary>
    internal static LoadResult Load(string folder, CheckedScripts known)
    {
        var files = ScriptFolder.Files(folder).ToList();
        return known.Has(files) ? Read(files) : Load(files);
    }

    /// <summary>Reads and checks a folder, whatever is known of it, and remembers that it passed.</summary>
    internal static LoadResult LoadAnew(string folder, CheckedScripts known)
    {
        var files = ScriptFolder.Files(folder).ToList();
        var loaded = Load(files);
        if (loaded.Ok)
        {
            known.Keep(files);
        }

        return loaded;
    }

    /// <summary>Reads and checks files.</summary>
    public static LoadResult Load(IEnumerable<ScriptFile> files)
    {
        var read = Read(files);
        if (!read.Ok)
        {
            return read;
        }

        var faults = RuleBook.Check(read.Library);
        return faults.IsEmpty ? read : new LoadResult(null, faults);
    }

    /// <summary>Reads a folder without the rules of care: for tools that show a script while it is being written. Never serve from it.</summary>
    public static LoadResult Read(string folder) => Read(ScriptFolder.Files(folder));

    /// <summary>Reads files without the rules of care.</summary>
    public static LoadResult Read(IEnumerable<ScriptFile> files)
    {
        var faults = new FaultList();
        var library = LibraryReader.Read(files, faults);
        return faults.IsEmpty ? new LoadResult(library, []) : new LoadResult(null, faults.Ordered());
    }
}
