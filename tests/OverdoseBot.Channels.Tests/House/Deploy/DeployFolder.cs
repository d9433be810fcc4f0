using System.Collections.Immutable;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace OverdoseBot.Channels.Tests.House.Deploy;

/// <summary>The files of <c>deploy/</c>, as they are or with one thing changed.</summary>
internal sealed record DeployFolder(ImmutableSortedDictionary<string, string> Files)
{
    public const string Dockerfile = "container/Dockerfile";
    public const string Compose = "compose/compose.yaml";
    public const string Proxy = "compose/Caddyfile";
    public const string Pods = "kubernetes/deployment.yaml";
    public const string App = "azure/app.bicep";

    /// <summary>As they ship. What an operator put where git leaves it out is no part of it.</summary>
    public static DeployFolder Shipped { get; } = Read(Path.Combine(Channels.Tests.Shipped.Root, "deploy"));

    /// <summary>The same with one text replaced by another.</summary>
    public DeployFolder With(string file, string old, string changed)
    {
        Files[file].ShouldContain(old, Case.Sensitive);
        return new DeployFolder(Files.SetItem(file, Files[file].Replace(old, changed, StringComparison.Ordinal)));
    }

    /// <summary>A YAML file, with what it merges in its place.</summary>
    public Node Yaml(string file) => new(new DeserializerBuilder().Build().Deserialize<object?>(new MergingParser(new Parser(new StringReader(Files[file])))));

    /// <summary>The first group of a pattern in a file, or nothing.</summary>
    public string Find(string file, string pattern) => Regex.Match(Files[file], pattern, RegexOptions.Multiline).Groups[1].Value;

    private static DeployFolder Read(string folder) => new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(f => (Name: Path.GetRelativePath(folder, f).Replace('\\', '/'), File: f))
        .Where(f => f.Name != "compose/.env" && !f.Name.StartsWith("compose/secrets/", StringComparison.Ordinal) && !f.Name.StartsWith("compose/state/", StringComparison.Ordinal))
        .ToImmutableSortedDictionary(f => f.Name, f => File.ReadAllText(f.File), StringComparer.Ordinal));
}

/// <summary>A part of a YAML file; one that is not there has no text and no parts.</summary>
internal readonly record struct Node(object? Value)
{
    public Node this[string key] => new(Value is IDictionary<object, object?> map && map.TryGetValue(key, out var found) ? found : null);

    public string Text => Value as string ?? string.Empty;

    public bool Exists => Value is not null;

    public IEnumerable<Node> Items => Value is IEnumerable<object?> list and not IDictionary<object, object?> ? list.Select(i => new Node(i)) : [];

    public IEnumerable<(string Key, Node Value)> Pairs => Value is IDictionary<object, object?> map ? map.Select(p => ((string)p.Key, new Node(p.Value))) : [];

    public Node Under(params string[] path) => path.Aggregate(this, (node, key) => node[key]);

    public bool Has(string text) => Items.Any(i => i.Text == text);
}
