using System.Collections.Frozen;
using OverdoseBot.Scripts.Rules;
using OverdoseBot.Scripts.Translating;

namespace OverdoseBot.Scripts.Reading;

/// <summary>All files to one library, with one more for each language. Every file is read to its end, so that all faults come at once.</summary>
internal static class LibraryReader
{
    // A library without it serves no guide, as one without drills.yaml has no practice.
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

        return Of(roots, found, faults);
    }

    /// <summary>Files that were read already.</summary>
    /// <param name="roots">Their contents, by path.</param>
    /// <param name="found">All paths that were there.</param>
    /// <param name="faults">Where faults go.</param>
    public static Library? Of(SortedDictionary<string, Node> roots, HashSet<string> found, FaultList faults)
    {
        foreach (var missing in FileNames.Catalogs.Where(c => !found.Contains(c)))
        {
            faults.Add(ReadingRules.Place, new Spot(missing, 1, 1), "This file is missing.", "Put it back; every library has one.");
        }

        var own = roots.Where(r => FileNames.Translated(r.Key) is null).ToDictionary(StringComparer.Ordinal);
        Headers(roots, faults);
        var main = OneLanguage(own, faults);
        var languages = roots.Keys.Select(FileNames.Translated).Where(t => t is not null).Select(t => t!.Value.Language).Distinct().ToList();
        var others = languages.ToDictionary(l => l, l => OneLanguage(In(l, own, roots, found, faults), faults), StringComparer.Ordinal);
        return main is null || others.Values.Any(o => o is null) ? null : main with { Translations = others.ToFrozenDictionary(o => o.Key, o => o.Value!, StringComparer.Ordinal) };
    }

    private static Dictionary<string, Node> In(
        string language, Dictionary<string, Node> own, SortedDictionary<string, Node> roots, HashSet<string> found, FaultList faults)
    {
        var overlay = new Overlay(language, faults);
        foreach (var lone in roots.Keys.Where(r => FileNames.Translated(r) is { } t && t.Language == language && !own.ContainsKey(t.Path)))
        {
            faults.Add(ReadingRules.Place, new Spot(lone, 1, 1), "There is no English file that this translates.", "Name it after one, or delete it.");
        }

        return own.ToDictionary(r => r.Key, r =>
        {
            var name = FileNames.In(language, r.Key);
            if (!FileNames.IsSpoken(r.Key) || r.Value is not MapNode english)
            {
                return r.Value;
            }

            if (roots.GetValueOrDefault(name) is MapNode translation)
            {
                return overlay.File(english, translation);
            }

            if (roots.TryGetValue(name, out var other))
            {
                faults.Add(TranslationRules.Words, other.Spot, "This file must be keys with values.", $"Write it as {r.Key} is written.");
            }
            else if (!found.Contains(name) && TextKeys.HasText("", english))
            {
                faults.Add(TranslationRules.Whole, new Spot(name, 1, 1), "This file is missing.", $"Translate {r.Key}.");
            }

            return english;
        }, StringComparer.Ordinal);
    }

    /// <summary>English files name the language of <c>everywhere.yaml</c>, translations the one in their own name.</summary>
    private static void Headers(SortedDictionary<string, Node> roots, FaultList faults)
    {
        const string Key = "language";
        var main = roots.TryGetValue("everywhere.yaml", out var everywhere) ? Scalar(everywhere, Key)?.Value : null;
        foreach (var (path, root) in roots)
        {
            var of = FileNames.Translated(path);
            var (expected, needed) = of is { } t
                ? (t.Language, roots.TryGetValue(t.Path, out var english) && Scalar(english, Key) is not null)
                : (main, false);
            var header = Scalar(root, Key);
            if (expected is not null && (header is null ? needed : header.Value != expected) && (of is not null || FileNames.IsDialog(path)))
            {
                faults.Add(TranslationRules.Header, header?.Spot ?? root.Spot,
                    header is null ? "This file does not say its language." : $"This file says that its language is \"{header.Value}\", but it stands for \"{expected}\".",
                    $"Write   language: {expected}   , or name the file after its language.");
            }
        }
    }

    private static Library? OneLanguage(Dictionary<string, Node> roots, FaultList faults)
    {
        Node? Root(string path) => roots.GetValueOrDefault(path);
        var scripts = Dialogs(roots.Where(r => FileNames.IsDialog(r.Key)).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Value), faults);
        var everywhere = Root("everywhere.yaml") is { } root1 ? Everywhere.Read(root1, faults) : null;
        var (regions, lines) = (RegionReader.Regions(Root("regions.yaml"), faults), LineReader.Lines(Root("lines.yaml"), faults));
        var (sources, hazards) = (CatalogReader.Sources(Root("sources.yaml"), faults), HazardReader.Hazards(Root("hazards.yaml"), faults));
        var products = ProductReader.Products(Root("products.yaml"), faults);
        return everywhere is null ? null : new Library
        {
            Language = everywhere.Language,
            Scripts = scripts,
            CallLine = everywhere.CallLine,
            CallKinds = everywhere.CallKinds,
            Case = everywhere.Case,
            Fallback = everywhere.Fallback,
            Asides = everywhere.Asides,
            Pieces = everywhere.Pieces,
            Keep = everywhere.Keep,
            Handover = everywhere.Handover,
            Same = everywhere.Same,
            Digits = everywhere.Digits,
            ReplyList = everywhere.ReplyList,
            BadNews = everywhere.BadNews,
            OnlyClocksWhen = everywhere.OnlyClocksWhen,
            Speak = everywhere.Speak,
            Words = WordsReader.In(everywhere.Language, roots, faults),
            Regions = regions,
            Lines = lines,
            Products = products,
            Sources = sources,
            Hazards = hazards,
            Guide = GuideReader.Guide(Root(GuideFile), faults),
            Drills = DrillReader.Drills(Root(DrillReader.File), faults),
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
        if (FileNames.IsKnown(path) || path is GuideFile or DrillReader.File)
        {
            return true;
        }

        faults.Add(ReadingRules.Place, new Spot(path, 1, 1), $"Nothing reads this file.{Nearest.Hint(path, FileNames.Catalogs)}",
            "Put a dialog in   dialogs/<name>/<name>.yaml   , terminal words in   dialogs/words/<language>.yaml   .");
        return false;
    }
}
