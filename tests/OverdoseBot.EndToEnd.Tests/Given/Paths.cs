namespace OverdoseBot.EndToEnd;

/// <summary>Where things are, seen from the tests' own folder: <c>artifacts/&lt;mode&gt;/bin/&lt;project&gt;/debug</c>.</summary>
internal static class Paths
{
    private static readonly DirectoryInfo _bin = new(AppContext.BaseDirectory);

    public static string Program { get; } = Path.Combine(_bin.Parent!.Parent!.FullName, "OverdoseBot", _bin.Name, "OverdoseBot.dll");

    public static string Root { get; } = _bin.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;

    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "screenshots")).FullName;

    public static string WebChat { get; } = Path.Combine(Root, "tests", "OverdoseBot.EndToEnd.Tests", "node_modules", "webchat-minimal.js");

    public static string Axe { get; } = Path.Combine(Root, "tests", "OverdoseBot.EndToEnd.Tests", "node_modules", "axe-core", "axe.min.js");
}
