using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Paths.Tests;

/// <summary>The scripts and the reader that ship.</summary>
internal static class Shipped
{
    public static Library Library { get; } = Read();

    public static Readers Reader { get; } = Readers.In(Dialogs);

    /// <summary>The folder of the sources.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "OverdoseBot.sln")))
            {
                folder = folder.Parent ?? throw new DirectoryNotFoundException("OverdoseBot.sln is in no folder above the tests.");
            }

            return folder.FullName;
        }
    }

    private static string Dialogs => Path.Combine(Root, "dialogs");

    private static Library Read()
    {
        var read = ScriptLibrary.Read(Dialogs);
        return read.Library ?? throw new InvalidOperationException(string.Join('\n', read.Faults));
    }
}
