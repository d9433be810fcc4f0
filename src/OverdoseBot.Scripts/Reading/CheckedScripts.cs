using OverdoseBot.Scripts.Rules;
using YamlDotNet.Core;

namespace OverdoseBot.Scripts.Reading;

/// <summary>
/// Remembers which scripts have passed every rule: a service that was killed serves sooner when it reads them and does not check them again. One byte changed in a
/// script, in the rules or in the runtime is another mark, and all is checked.
/// </summary>
/// <param name="file">Where the mark is kept; who can write there must be no other than who can change the program.</param>
internal sealed class CheckedScripts(string file)
{
    /// <summary>Kept beside the program.</summary>
    public static CheckedScripts BesideTheProgram { get; } = new(Path.Combine(AppContext.BaseDirectory, "dialogs.checked"));

    public bool Has(IReadOnlyList<ScriptFile> files)
    {
        try
        {
            return File.Exists(file) && File.ReadAllText(file) == Mark(files);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Where the program's folder cannot be written to nothing is lost but time: each start checks. So it is with half a mark.</summary>
    public void Keep(IReadOnlyList<ScriptFile> files)
    {
        try
        {
            File.WriteAllText(file, Mark(files));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As it was before.
        }
    }

    // A file that lies where none is known is refused when it is read, marked or not.
    private static string Mark(IReadOnlyList<ScriptFile> files)
    {
        Type[] program = [typeof(RuleBook), typeof(IParser), typeof(object)];
        return string.Join(' ', program.Select(type => type.Module.ModuleVersionId.ToString()).Append(ScriptFolder.Fingerprint(files)));
    }
}
