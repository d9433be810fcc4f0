using OverdoseBot.Bot;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Channels.Tests;

/// <summary>What ships: the scripts as they are (whether they keep every rule is the checker's to say), the reader and the bot.</summary>
internal static class Shipped
{
    public static string Root { get; } = FindRoot();

    public static Library Library { get; } = ScriptLibrary.Read(Path.Combine(Root, "dialogs")).Library!;

    public static Readers Reader { get; } = Readers.In(Path.Combine(Root, "dialogs"));

    public static CaseDefaults Defaults { get; } = new("us", "en");

    public static TurnAdapter Adapter() => new(Library, new OverdoseResponseBot(Library, Reader));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OverdoseBot.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("OverdoseBot.sln is in no folder above the tests.");
        }

        return folder.FullName;
    }
}
