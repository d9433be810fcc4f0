using OverdoseBot.Scripts;
using OverdoseBot.Understanding;
using OverdoseBot.Wiring;

// What is measured is measured for the whole process: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace OverdoseBot.Watching.Tests;

/// <summary>What ships.</summary>
internal static class Shipped
{
    private static readonly Lazy<House> _house = new(() =>
    {
        var dialogs = Path.Combine(AppContext.BaseDirectory, "dialogs");
        return House.Build(ScriptLibrary.Load(dialogs).Library!, Readers.In(dialogs));
    });

    /// <summary>The scripts that are served, and the bot over them.</summary>
    public static House House => _house.Value;

    /// <summary>The top of the checkout.</summary>
    public static string Root { get; } = FindRoot();

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
