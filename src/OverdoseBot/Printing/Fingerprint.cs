using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Printing;

/// <summary>Names the very files that were reviewed: any change of a script, a word or a catalog changes it; phrases are not in it.</summary>
internal static class Fingerprint
{
    /// <summary>The first 20 digits of what names them.</summary>
    public static string Of(string folder) => ScriptFolder.Fingerprint(ScriptFolder.Files(folder))[..20];
}
