using System.Collections.Immutable;
using System.Text;
using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Scripts.Translating;

/// <summary>A stamp that was written.</summary>
/// <param name="What">What it stands in: <c>steps.wake</c>, or "this file".</param>
/// <param name="Fingerprint">Of the English as it is now.</param>
/// <param name="Spot">Where the part begins that it was written into, in the file as it was.</param>
public sealed record Stamp(string What, string Fingerprint, Spot Spot);

/// <summary>A translation with the stamps that it lacked.</summary>
/// <param name="Path">Its path below the folder of scripts.</param>
/// <param name="Content">The whole file, ready to be written; all else in it stands as it stood.</param>
/// <param name="Stamps">What was added.</param>
public sealed record StampedFile(string Path, ReadOnlyMemory<byte> Content, ImmutableArray<Stamp> Stamps);

/// <summary>
/// Writes <c>of:</c> into new parts of a translation. A stamp that stands is never touched: that the English has changed must be seen
/// by a person who reads both.
/// </summary>
public static class Stamping
{
    /// <summary>The files of a language that lack stamps, with them. Files that cannot be read come as faults.</summary>
    public static (ImmutableArray<StampedFile> Files, ImmutableArray<Fault> Faults) Missing(IEnumerable<ScriptFile> files, string language)
    {
        var faults = new FaultList();
        var texts = new SortedDictionary<string, (ScriptFile File, string Text, MapNode Root)>(StringComparer.Ordinal);
        foreach (var file in files.Where(f => !ScriptFolder.IsPhrases(f.Path) && (FileNames.IsSpoken(f.Path) || FileNames.Translated(f.Path)?.Language == language)))
        {
            if (FileText.Of(file, faults) is { } text && NodeBuilder.Build(file.Path, text, faults) is MapNode root)
            {
                texts[file.Path] = (file, text, root);
            }
        }

        if (!faults.IsEmpty)
        {
            return ([], faults.Ordered());
        }

        var stamped = texts.Values
            .Where(t => FileNames.Translated(t.File.Path) is { } of && of.Language == language && texts.ContainsKey(of.Path))
            .Select(t => Stamped(t.File, t.Text, t.Root, texts[FileNames.Translated(t.File.Path)!.Value.Path].Root))
            .Where(f => !f.Stamps.IsEmpty);
        return ([.. stamped], []);
    }

    /// <inheritdoc cref="Missing(IEnumerable{ScriptFile}, string)" />
    public static (ImmutableArray<StampedFile> Files, ImmutableArray<Fault> Faults) Missing(string folder, string language) =>
        Missing(ScriptFolder.Files(folder), language);

    private static StampedFile Stamped(ScriptFile file, string text, MapNode translation, MapNode english)
    {
        // From the end to the beginning, so that the places above stay where they are.
        var missing = Lacking(english, translation).DistinctBy(m => m.At.Spot).OrderByDescending(m => (m.At.Spot.Line, m.At.Spot.Column)).ToList();
        var lines = text.Split('\n').ToList();
        foreach (var (_, print, at) in missing)
        {
            Insert(lines, at, $"{TextKeys.Stamp}: {print}");
        }

        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        var mark = file.Content!.Value.Span.StartsWith(Encoding.UTF8.Preamble);
        return new StampedFile(
            file.Path, mark ? (byte[])[.. Encoding.UTF8.Preamble, .. bytes] : bytes,
            [.. missing.Select(m => new Stamp(m.What, m.Print, m.At.Spot)).Reverse()]);
    }

    private static IEnumerable<(string What, string Print, MapNode At)> Lacking(MapNode english, MapNode translation)
    {
        if (Fingerprint.Of("", english) is var whole && whole != Fingerprint.Nothing && !IsStamped(translation))
        {
            yield return ("this file", whole, translation);
        }

        foreach (var (path, from, to) in Units("", english, translation).Where(u => !IsStamped(u.Translation)))
        {
            yield return (path.Replace('/', '.'), Fingerprint.Of(path, from), to);
        }
    }

    private static IEnumerable<(string Path, MapNode English, MapNode Translation)> Units(string path, MapNode english, MapNode translation) =>
        from pair in english.Pairs
        let here = path.Length == 0 ? pair.Key.Value : $"{path}/{pair.Key.Value}"
        let words = translation.Pairs.FirstOrDefault(p => p.Key.Value == pair.Key.Value)?.Value as MapNode
        where pair.Value is MapNode && words is not null && TextKeys.HasText(here, pair.Value)
        from unit in TextKeys.IsUnit(here) ? [(here, (MapNode)pair.Value, words)] : Units(here, (MapNode)pair.Value, words)
        select unit;

    private static bool IsStamped(MapNode map) => map.Pairs.Any(p => p.Key.Value == TextKeys.Stamp);

    private static void Insert(List<string> lines, MapNode at, string stamp)
    {
        var (line, column) = (at.Spot.Line - 1, at.Spot.Column - 1);
        var end = lines[line].EndsWith('\r') ? "\r" : "";
        if (at.Pairs.Count == 0 || lines[line][column] == '{')
        {
            var comma = at.Pairs.Count == 0 ? " " : ",";
            lines[line] = lines[line].Insert(column + 1, $" {stamp}{comma}");
            return;
        }

        // Behind the language, if the file names it: what a file is stands first.
        var language = at.Pairs.FirstOrDefault(p => p.Key.Value == "language")?.Key.Spot.Line ?? line;
        lines.Insert(language, new string(' ', column) + stamp + end);
    }
}
