using System.Collections.Frozen;
using OverdoseBot.Scripts.Rules;
using OverdoseBot.Scripts.Translating;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Words of the terminal and the page, by key. Each language has all of them, but for what is no language.</summary>
internal static class WordsReader
{
    private const string English = "words/en.yaml";

    // Names of pictures and an address are the same for everyone.
    private static readonly string[] Shared = ["page.picture.", "page.leave-to"];

    public static FrozenDictionary<string, string> In(string language, Dictionary<string, Node> roots, FaultList faults)
    {
        var file = $"words/{language}.yaml";
        var words = Read(roots.GetValueOrDefault(file), faults);
        if (file == English || !roots.TryGetValue(English, out var root))
        {
            return words.ToFrozenDictionary(StringComparer.Ordinal);
        }

        Compare(root, roots.GetValueOrDefault(file), language, faults);
        var english = Read(root, faults);
        foreach (var (key, text) in english.Where(w => !words.ContainsKey(w.Key)))
        {
            if (Shared.Any(s => key.StartsWith(s, StringComparison.Ordinal)))
            {
                words[key] = text;
            }
            else
            {
                faults.Add(TranslationRules.Whole, new Spot(file, 1, 1), $"\"{key}\" has no words in \"{language}\".", $"Add   {key}:   as in {English}.");
            }
        }

        foreach (var key in words.Keys.Where(k => !english.ContainsKey(k)))
        {
            faults.Add(TranslationRules.Words, new Spot(file, 1, 1), $"\"{key}\" is no word of {English}.{Nearest.Hint(key, english.Keys)}", "Use the same keys as the English.");
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Compare(Node root, Node? translation, string language, FaultList faults)
    {
        var own = faults.Pairs(translation, "words");
        foreach (var (key, text) in faults.Pairs(root, "words").Select(p => (p.Key.Value, p.Value)))
        {
            if (own.FirstOrDefault(p => p.Key.Value == key)?.Value is { } said)
            {
                Figures.Compare(text, said, language, faults);
            }
        }
    }

    private static Dictionary<string, string> Read(Node? root, FaultList faults) =>
        faults.Pairs(root, "words").ToDictionary(p => p.Key.Value, p => faults.Text(p.Value), StringComparer.Ordinal);
}
