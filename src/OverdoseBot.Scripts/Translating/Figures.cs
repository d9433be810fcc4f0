using System.Text.RegularExpressions;
using OverdoseBot.Scripts.Reading;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Translating;

/// <summary>
/// The numbers and braces of a sentence: 30 pushes are 30 in every language, and what differs by who lies there must differ in all.
/// The short forms may say less than the English, but never another number.
/// </summary>
internal static partial class Figures
{
    // Products and lines are catalogs; what is written there in other measures is no step.
    private static readonly string[] Care = ["steps", "asides", "pieces", "call-line", "handover", "case", "regions"];

    /// <summary>Faults the words at a path that say other numbers or braces than the English, or leave one out.</summary>
    public static void Check(string path, MapNode english, Node? own, Node translation, string language, FaultList faults)
    {
        var keys = path.Split('/');
        if (!Care.Contains(keys[0]))
        {
            return;
        }

        var said = In(translation);
        var of = own is null ? [] : In(own);
        if (!TextKeys.IsForm(path) && of.Except(said).ToList() is { Count: > 0 } missing)
        {
            faults.Add(TranslationRules.Same, translation.Spot, $"The English says {string.Join(", ", missing)} here, and \"{language}\" does not.", $"Say it too; the English is in {own!.Spot}.");
        }

        // Who is asked in one language is asked in the other.
        if (keys[^1] is "say" or "how" && own is not null && (Asks(own) != Asks(translation) || Quotes(own) != Quotes(translation)))
        {
            faults.Add(TranslationRules.Same, translation.Spot, $"The English asks, or says what to say, and \"{language}\" does not, or the other way round.", $"Ask what the English asks; it is in {own.Spot}.");
        }

        // A form that only one of the two has is measured against all that the English says here.
        var all = keys[0] == "pieces" ? of : [.. english.Pairs.Where(p => p.Value is ScalarNode or ListNode).SelectMany(p => In(p.Value))];
        if (said.Except(all).ToList() is { Count: > 0 } other)
        {
            faults.Add(TranslationRules.Same, translation.Spot, $"\"{language}\" says {string.Join(", ", other)} here, and the English does not.", $"Say what the English says; it is in {(own ?? english).Spot}.");
        }
    }

    /// <summary>Faults a text that has other numbers or braces than its English.</summary>
    public static void Compare(Node english, Node translation, string language, FaultList faults)
    {
        var (of, said) = (In(english), In(translation));
        if (of.Except(said).Concat(said.Except(of)).ToList() is { Count: > 0 } differ)
        {
            faults.Add(TranslationRules.Same, translation.Spot, $"The English and \"{language}\" do not both say {string.Join(", ", differ)} here.", $"Say what the English says; it is in {english.Spot}.");
        }
    }

    private static bool Asks(Node value) => Last(value).EndsWith('?');

    private static bool Quotes(Node value) => Last(value).Contains("Say: ", StringComparison.Ordinal) || Last(value).Contains("Di: ", StringComparison.Ordinal);

    private static string Last(Node value) => ((value is ListNode { Items: [.., var last] } ? last : value) as ScalarNode)?.Value ?? "";

    private static List<string> In(Node value)
    {
        var text = string.Join(' ', value is ListNode list ? list.Items.OfType<ScalarNode>().Select(s => s.Value) : [(value as ScalarNode)?.Value ?? ""]);

        // Inches become centimetres.
        return [.. Figure().Matches(text).Select(m => m.Value).Where(f => f[0] == '{' || !Inches().IsMatch(text)).Distinct()];
    }

    [GeneratedRegex(@"\{[^{}]+\}|[0-9]+")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\binch|\bcm\b|\bpulgada")]
    private static partial Regex Inches();
}
