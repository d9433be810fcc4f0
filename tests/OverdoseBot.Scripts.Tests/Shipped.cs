namespace OverdoseBot.Scripts.Tests;

/// <summary>The folders of the repository that tests read.</summary>
internal static class Shipped
{
    public static string Root { get; } = FindRoot();

    public static string Dialogs => Path.Combine(Root, "dialogs");

    public static string Broken => Path.Combine(Root, "tests", "broken");

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
