using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Web;

/// <summary>
/// The files of <c>wwwroot</c>, embedded in the program. Their version is part of their address (<c>/page/3f2a…/main.js</c>), so that
/// a phone keeps them for ever and the script still finds its pictures by relative names.
/// </summary>
internal sealed class PageFiles
{
    private const string Prefix = "wwwroot/";

    /// <summary>What a page loads: each with all that it imports.</summary>
    private static readonly string[] _scripts = ["main.js", "plan.js"];

    /// <summary>What a page loads later and as it stands: it imports nothing.</summary>
    private static readonly string[] _later = ["drill.js"];

    private readonly FrozenDictionary<string, PageFile> _files;

    private PageFiles(Dictionary<string, string> texts)
    {
        Template = texts["index.html"];
        var scripts = _scripts.ToDictionary(name => name, name => PageScript.Whole(name, texts));
        foreach (var name in texts.Keys.Where(n => n == "index.html" || (n.EndsWith(".js", StringComparison.Ordinal) && !_later.Contains(n))).ToList())
        {
            texts.Remove(name);
        }

        foreach (var (name, script) in scripts)
        {
            texts[name] = script;
        }

        _files = texts.ToFrozenDictionary(t => t.Key, t => PageFile.Of(t.Key, t.Value), StringComparer.Ordinal);
        var all = string.Concat(texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key + "\n" + t.Value));
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..12];
    }

    /// <summary>The HTML with its gaps.</summary>
    public string Template { get; }

    /// <summary>Changes when any file changes.</summary>
    public string Version { get; }

    /// <summary>Where they are served: what pages write in front of a file's name.</summary>
    public string Address => "/page/" + Version;

    /// <summary>Reads all that was embedded.</summary>
    public static PageFiles Read()
    {
        var assembly = typeof(PageFiles).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal));
        return new PageFiles(names.ToDictionary(n => n[Prefix.Length..], n =>
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(n)!);
            return text.ReadToEnd();
        }));
    }

    public PageFile? Find(string name) => _files.GetValueOrDefault(name);
}
