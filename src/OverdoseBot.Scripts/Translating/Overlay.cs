using OverdoseBot.Scripts.Reading;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Translating;

/// <summary>
/// Lays the words of a translation over the English script. What a message means, where it leads and when it comes stays the English
/// one's: a translation holds words only, so it cannot change the care.
/// </summary>
/// <param name="language">The translation's language.</param>
/// <param name="faults">Where faults go.</param>
internal sealed class Overlay(string language, FaultList faults)
{
    private static readonly string[] Ids = ["when", "mark"];

    /// <summary>The English script with the words of the translation; the English where words are missing (a fault says so).</summary>
    public MapNode File(MapNode english, MapNode translation)
    {
        if (Fingerprint.Of("", english) != Fingerprint.Nothing)
        {
            Stamped("", english, translation, "this file");
        }

        return Map("", english, translation);
    }

    private MapNode Map(string path, MapNode english, MapNode translation)
    {
        if (TextKeys.IsUnit(path))
        {
            Stamped(path, english, translation, $"\"{path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..]}\"");
        }

        var left = translation.Pairs.Where(p => p.Key.Value != TextKeys.Stamp).ToDictionary(p => p.Key.Value, StringComparer.Ordinal);
        var pairs = new List<Pair>();
        foreach (var pair in english.Pairs)
        {
            var here = path.Length == 0 ? pair.Key.Value : $"{path}/{pair.Key.Value}";
            if (path.Length == 0 && TextKeys.Own.Contains(pair.Key.Value))
            {
                if (!left.Remove(pair.Key.Value, out var own) && pair.Key.Value != "language")
                {
                    faults.Add(TranslationRules.Whole, translation.Spot, $"The file does not say its own \"{pair.Key.Value}\".", $"Add   {pair.Key.Value}:   at the top.");
                }

                pairs.Add(own ?? pair);
            }
            else if (!TextKeys.HasText(here, pair.Value))
            {
                pairs.Add(pair);
            }
            else if (left.Remove(pair.Key.Value, out var words))
            {
                if (TextKeys.IsText(here, pair.Value) && words.Value is ScalarNode or ListNode)
                {
                    Figures.Check(here, english, pair.Value, words.Value, language, faults);
                }

                Listed(here, pair.Value, words.Value);
                pairs.Add(new Pair(words.Key, Value(here, pair.Value, words.Value)));
            }
            else if (here.StartsWith("steps/", StringComparison.Ordinal) || !(TextKeys.IsForm(here) && translation.Pairs.Any(p => p.Key.Value == "say")))
            {
                // English words must not reach someone who does not read them; a form that is left out is served by the web form.
                faults.Add(TranslationRules.Whole, translation.Spot, $"\"{Shown(here)}\" has no words in \"{language}\".", $"Add   {pair.Key.Value}:   here; the English is in {pair.Key.Spot}.");
                pairs.Add(pair);
            }
        }

        foreach (var (key, pair) in left)
        {
            var here = path.Length == 0 ? key : $"{path}/{key}";
            if (TextKeys.IsForm(here) && english.Pairs.Any(p => p.Key.Value == "say"))
            {
                Figures.Check(here, english, null, pair.Value, language, faults);
                pairs.Add(pair);
            }
            else
            {
                faults.Add(TranslationRules.Words, pair.Key.Spot, $"\"{Shown(here)}\" is not words of the English script.{Nearest.Hint(key, english.Pairs.Select(p => p.Key.Value).Where(k => k != key))}",
                    "A translation holds words only, under the same names as the English.");
            }
        }

        return new MapNode(pairs, translation.Spot);
    }

    // A label alone serves both forms; in keys it is listed on SMS only where it says so.
    private void Listed(string path, Node english, Node translation)
    {
        static bool OnSms(Node choice) => choice is not MapNode map || map.Pairs.Any(p => p.Key.Value == "sms" && p.Value is not ScalarNode { IsNull: true });

        if (path.Split('/') is [.., "choices", _] && OnSms(english) != OnSms(translation))
        {
            faults.Add(TranslationRules.Same, translation.Spot,
                $"\"{Shown(path)}\" is {(OnSms(english) ? "" : "not ")}listed on SMS in the English, and \"{language}\" does the other.", $"Write it as the English is written; it is in {english.Spot}.");
        }
    }

    private Node Value(string path, Node english, Node translation)
    {
        switch (english, translation)
        {
            case (MapNode from, MapNode to):
                return Map(path, from, to);
            case (ListNode { Items: [MapNode, ..] } from, ListNode to):
                return List(path, from, to);
            case (_, ScalarNode or ListNode { Items: [ScalarNode, ..] }) when TextKeys.IsText(path, english) || english is MapNode && path.Split('/') is [.., "choices", _]:
                return translation;
            case (ScalarNode, MapNode to) when path.Split('/') is [.., "choices", _] or ["pieces", _, _]:
                return to;
            default:
                faults.Add(TranslationRules.Words, translation.Spot, $"\"{Shown(path)}\" has another shape than the English.", "Write it as the English is written.");
                return english;
        }
    }

    // Rows of a list are known by what they are for: when they are said, which mark they read.
    private ListNode List(string path, ListNode english, ListNode translation)
    {
        var rows = translation.Items.OfType<MapNode>().ToList();
        var items = english.Items.OfType<MapNode>().Select(row =>
        {
            var found = rows.Find(r => Id(r) == Id(row));
            if (found is null)
            {
                if (TextKeys.HasText(path, row))
                {
                    faults.Add(TranslationRules.Whole, translation.Spot, $"The row \"{Id(row)}\" of \"{Shown(path)}\" has no words in \"{language}\".", $"Add it; the English is in {row.Spot}.");
                }

                return (Node)row;
            }

            rows.Remove(found);
            return Map(path, row, new MapNode([.. found.Pairs.Where(p => !Ids.Contains(p.Key.Value))], found.Spot));
        }).ToList();
        foreach (var row in rows)
        {
            faults.Add(TranslationRules.Words, row.Spot, $"The English \"{Shown(path)}\" has no row \"{Id(row)}\".", "Delete it, or name it as the English does.");
        }

        return new ListNode(items, translation.Spot);
    }

    private static string Id(MapNode row) => string.Join(' ', row.Pairs.Where(p => p.Key.Value == "when" || (p.Key.Value == "mark" && p.Value is ScalarNode)).OrderBy(p => p.Key.Value, StringComparer.Ordinal)
        .Select(p => $"{p.Key.Value} {(p.Value as ScalarNode)?.Value}"));

    private void Stamped(string path, MapNode english, MapNode translation, string what)
    {
        var now = Fingerprint.Of(path, english);
        var stamp = translation.Pairs.FirstOrDefault(p => p.Key.Value == TextKeys.Stamp);
        if ((stamp?.Value as ScalarNode)?.Value != now)
        {
            faults.Add(TranslationRules.Fresh, stamp?.Key.Spot ?? translation.Spot,
                stamp is null ? $"{Capital(what)} does not say which English it was made from." : $"The English of {what} has changed since it was translated.",
                $"Read {english.Spot} again, mend the words, then write   of: {now}   .");
        }
    }

    private static string Shown(string path) => path.Replace('/', '.');

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
