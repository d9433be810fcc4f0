using System.Collections.Frozen;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Reading;

/// <summary>All files to one library. Every file is read to its end, so that all faults come at once.</summary>
internal static class LibraryReader
{
    private static readonly string[] Catalogs = ["everywhere.yaml", "hazards.yaml", "lines.yaml", "regions.yaml", "sources.yaml"];

    // A library without it serves no guide.
    private const string GuideFile = "guide.yaml";

    public static Library? Read(IEnumerable<ScriptFile> files, FaultList faults)
    {
        var roots = new SortedDictionary<string, Node>(StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.Where(f => !ScriptFolder.IsPhrases(f.Path)))
        {
            found.Add(file.Path);
            if (KnownPlace(file.Path, faults) && FileText.Of(file, faults) is { } text && NodeBuilder.Build(file.Path, text, faults) is { } root)
            {
                roots[file.Path] = root;
            }
        }

        foreach (var missing in Catalogs.Where(c => !found.Contains(c)))
        {
            faults.Add(ReadingRules.Place, new Spot(missing, 1, 1), "This file is missing.", "Put it back; every library has one.");
        }

        Node? Root(string path) => roots.GetValueOrDefault(path);
        var scripts = Dialogs(roots.Where(r => IsDialog(r.Key)).Select(r => r.Value), faults);
        var everywhere = Root("everywhere.yaml") is { } root1 ? Everywhere.Read(root1, faults) : null;
        var (regions, lines) = (CatalogReader.Regions(Root("regions.yaml"), faults), CatalogReader.Lines(Root("lines.yaml"), faults));
        var (sources, hazards) = (CatalogReader.Sources(Root("sources.yaml"), faults), CatalogReader.Hazards(Root("hazards.yaml"), faults));
        var words = roots.Where(r => IsWords(r.Key)).ToDictionary(r => r.Key, r => CatalogReader.Words(r.Value, faults), StringComparer.Ordinal);
        return everywhere is null ? null : new Library
        {
            Scripts = scripts,
            CallLine = everywhere.CallLine,
            CallKinds = everywhere.CallKinds,
            Case = everywhere.Case,
            Fallback = everywhere.Fallback,
            Asides = everywhere.Asides,
            Keep = everywhere.Keep,
            Handover = everywhere.Handover,
            Same = everywhere.Same,
            Digits = everywhere.Digits,
            ReplyList = everywhere.ReplyList,
            BadNews = everywhere.BadNews,
            OnlyClocksWhen = everywhere.OnlyClocksWhen,
            Words = words.GetValueOrDefault($"words/{everywhere.Language}.yaml", FrozenDictionary<string, string>.Empty),
            Regions = regions,
            Lines = lines,
            Sources = sources,
            Hazards = hazards,
            Guide = GuideReader.Guide(Root(GuideFile), faults),
            Spots = everywhere.Spots,
        };
    }

    private static FrozenDictionary<string, Script> Dialogs(IEnumerable<Node> roots, FaultList faults)
    {
        var all = roots.ToList();
        var starts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var root in all)
        {
            if (Scalar(root, "dialog") is { } dialog && !starts.TryAdd(dialog.Value, Scalar(root, "start")?.Value ?? "start"))
            {
                faults.Add(ReadingRules.Names, dialog.Spot, $"There are two dialogs named \"{dialog.Value}\".", "Give one of them another name.");
            }
        }

        return all.Select(r => DialogReader.Script(r, starts, faults)).Where(s => s is not null)
            .DistinctBy(s => s!.Dialog).ToFrozenDictionary(s => s!.Dialog, s => s!, StringComparer.Ordinal);
    }

    private static ScalarNode? Scalar(Node root, string key) => (root as MapNode)?.Pairs.FirstOrDefault(p => p.Key.Value == key)?.Value as ScalarNode;

    private static bool KnownPlace(string path, FaultList faults)
    {
        if (Catalogs.Contains(path) || path == GuideFile || IsWords(path) || IsDialog(path))
        {
            return true;
        }

        faults.Add(ReadingRules.Place, new Spot(path, 1, 1), $"Nothing reads this file.{Nearest.Hint(path, Catalogs)}",
            "Put a dialog in   dialogs/<name>/<name>.yaml   , terminal words in   dialogs/words/<language>.yaml   .");
        return false;
    }

    private static bool IsWords(string path) => path.StartsWith("words/", StringComparison.Ordinal) && IsDialogShape(path);

    private static bool IsDialog(string path) => !path.StartsWith("words/", StringComparison.Ordinal) && IsDialogShape(path);

    private static bool IsDialogShape(string path) => path.EndsWith(".yaml", StringComparison.Ordinal) && path.Count(c => c == '/') == 1;
}
