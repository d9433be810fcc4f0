using System.Text.RegularExpressions;

namespace OverdoseBot.Channels.Tests.House.Deploy;

/// <summary>The settings that the code reads, as environment variables: found in the code itself, so that a page cannot promise one that is gone.</summary>
internal static partial class KnownSettings
{
    // Read by the frameworks under the program, not by it.
    private static readonly string[] _ofFrameworks =
        ["ASPNETCORE_HTTP_PORTS", "ASPNETCORE_URLS", "ASPNETCORE_FORWARDEDHEADERS_ENABLED", "DOTNET_EnableDiagnostics", "PGPASSWORD", "AZURE_CLIENT_ID", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    public static IReadOnlySet<string> All { get; } = Read();

    /// <summary>Names in the text that look like settings and are none.</summary>
    public static IEnumerable<string> Unknown(DeployFolder folder) => folder.Files
        .SelectMany(f => NamePattern().Matches(f.Value).Select(m => m.Value).Concat(Given(folder, f.Key)).Distinct()
            .Where(n => !All.Contains(n) && !n.StartsWith("Logging__", StringComparison.Ordinal)).Select(n => $"{f.Key}: {n}"));

    // Whatever a file gives the program is a setting, with two underscores or without.
    private static IEnumerable<string> Given(DeployFolder folder, string file) => file switch
    {
        DeployFolder.Compose => folder.Yaml(file)["services"].Pairs.Where(s => s.Key.StartsWith("bot-", StringComparison.Ordinal))
            .SelectMany(s => s.Value["environment"].Pairs).Select(p => p.Key),
        "kubernetes/settings.yaml" => folder.Yaml(file)["data"].Pairs.Select(p => p.Key),
        DeployFolder.App => BicepPattern().Matches(folder.Files[file]).Select(m => m.Value),
        _ => [],
    };

    private static HashSet<string> Read()
    {
        var code = Path.Combine(Shipped.Root, "src", "OverdoseBot");
        var names = Directory.GetFiles(Path.Combine(code, "Web"), "*Settings.cs").Append(Path.Combine(code, "Wiring", "BotOptions.cs"))
            .Concat(Directory.GetFiles(Path.Combine(code, "Wiring"), "*Settings.cs")).SelectMany(f => NamesIn(File.ReadAllText(f)));
        return [.. names.Select(n => n.Replace(":", "__", StringComparison.Ordinal)), .. _ofFrameworks];
    }

    private static IEnumerable<string> NamesIn(string code)
    {
        var section = SectionPattern().Match(code).Groups[1].Value;
        return ReadPattern().Matches(code).Select(m => section + m.Groups[1].Value);
    }

    [GeneratedRegex(@"\b[A-Z][A-Za-z]*(?:__[A-Z][A-Za-z]*)+(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"(?<=^\s+)(MicrosoftApp\w+|[A-Z]{2,}\w*_\w+)(?=:)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex BicepPattern();

    [GeneratedRegex("const string Section = \"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex SectionPattern();

    // settings["X:Y"], GetSection("X:Y"), and the readers of one kind: Flag(settings, "X:Y").
    [GeneratedRegex("""(?:settings\[|GetSection\(|\(settings, )"([A-Za-z:]+)["]""", RegexOptions.CultureInvariant)]
    private static partial Regex ReadPattern();
}
