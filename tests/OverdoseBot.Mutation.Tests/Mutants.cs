using OverdoseBot.Mutation.Tests.Operators;
using OverdoseBot.Scripts;
using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Mutation.Tests;

/// <summary>
/// Mutants of the shipped scripts, in one order on every machine: all that touch the response, and one in so many of the calm parts, whose words are read in
/// chats. All of them with <c>OVERDOSEBOT_MUTATION_ALL=1</c>.
/// </summary>
internal static class Mutants
{
    // What is played in a practice is judged by its own tests and by paths 9: no rule reads a scene.
    private static readonly string[] Left = ["sources.yaml", "hazards.yaml", "drills.yaml", "drills.es.yaml"];
    private static readonly string[] Everywhere = ["call-line", "same", "digits", "pieces", "bad-news", "only-clocks-when", "keep", "fallback", "handover"];

    private static readonly Operator[] English = [.. Answers.All, .. Calls.All, .. Clocks.All, .. Memory.All, .. Words.All, .. Catalog.All];

    // They grow with every calm dialog, and the time to check each grows with all of them.
    private static readonly int OneOf = Judge.IsWhole ? 1 : 8;

    private static readonly Lazy<IReadOnlyList<Mutant>> Made = new(() =>
        [.. Shipped.Files.AsParallel().AsOrdered().SelectMany(Make).Where(m => m.Emergency || Number(m.Id) % OneOf == 0)]);

    public static IReadOnlyList<Mutant> All => Made.Value;

    // The same for the same change, whatever stands before it.
    private static uint Number(string id) => id.Aggregate(2166136261u, (n, c) => (n ^ c) * 16777619u);

    private static IEnumerable<Mutant> Make(ScriptFile file)
    {
        if (Left.Contains(file.Path) || file.Path.StartsWith("words/", StringComparison.Ordinal))
        {
            yield break;
        }

        var root = Shipped.Roots[file.Path];
        var (written, seen) = (Tree.Write(root), new HashSet<string>(StringComparer.Ordinal));
        var sites = Tree.All(root).ToList();
        foreach (var @operator in FileNames.Translated(file.Path) is null ? English : [.. Translations.All])
        {
            foreach (var (site, change) in sites.SelectMany(s => @operator.Changes(s).Select(c => (s, c))))
            {
                // What is written the same is the same: no fault was made.
                var text = Tree.Write(change.Root);
                if (text != written && seen.Add(text))
                {
                    yield return new Mutant(@operator.Name, file.Path, change.What, change.Root, IsEmergency(file.Path, root, site))
                    {
                        Step = site.Path is ["steps", var step, ..] ? Shipped.Library.Scripts.Values.SelectMany(s => s.Steps).First(s => s.Place.Step == step && s.Place.Dialog == Dialog(root)).Place : null,
                    };
                }
            }
        }
    }

    /// <summary>A step of kind emergency, or what holds in every one of them.</summary>
    private static bool IsEmergency(string file, Node root, Site site)
    {
        var top = new Site(root, [], root);
        return site.Path switch
        {
            ["steps", var name, ..] => KindOf(file, top, name) == "emergency",
            ["steps"] => true,
            ["pieces", var piece, ..] => IsSaidInEmergency(piece),
            ["first" or "always" or "alarms", ..] => file.StartsWith("respond/", StringComparison.Ordinal),
            [var key, ..] => FileNames.Translated(file)?.Path is "everywhere.yaml" || file == "everywhere.yaml" ? Everywhere.Contains(key) : false,
            _ => false,
        };
    }

    // A piece that only the calm dialogs say is as calm as they are.
    private static bool IsSaidInEmergency(string piece) => Directory.GetFiles(Path.Combine(Shipped.Top, "dialogs"), "*.yaml", SearchOption.AllDirectories)
        .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) is not ("prepare" or "after"))
        .Any(f => File.ReadAllText(f).Contains($"{{{piece}}}", StringComparison.Ordinal));

    private static string? Dialog(Node root) => new Site(root, [], root).At("dialog")?.Text;

    // A translation has no kinds of its own.
    private static string? KindOf(string file, Site top, string step) => FileNames.Translated(file) is { } t
        ? Shipped.Library.Scripts.Values.Where(s => s.Spot.File == t.Path).SelectMany(s => s.Steps).FirstOrDefault(s => s.Place.Step == step)?.Kind.ToString().ToLowerInvariant()
        : top.At("steps")?.At(step)?.At("kind")?.Text;
}
