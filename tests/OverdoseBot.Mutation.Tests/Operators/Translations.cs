using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Mutation.Tests.Operators;

/// <summary>A translation that lacks something, is stale, or says something else.</summary>
internal static class Translations
{
    public static IEnumerable<Operator> All { get; } =
    [
        Operator.Drops("drop a translation", "steps.*", "steps.*.*", "asides.*", "asides.*.*", "pieces.*", "pieces.*.*", "*", "*.law", "*.text", "*.credit"),
        new("a translation of an older English", site => site.Key == "of" && site.Node is ScalarNode ? [new Change($"{Operator.Show(site)} is another", site.Put("00000000"))] : []),
        Operator.Swaps("two translations say each other's words", "steps", reach: 1),
        Operator.Swaps("two translations say each other's words", "asides", reach: 1),
        new("two translations say each other's words", site => site.Is("steps.*") && site.At("say") is { Text: not null } say && site.At("how") is { } how
            ? [new Change($"{Operator.Show(site)}: say and how swapped", say.Swap(how))] : []),
        Words.Otherwise,
        new("a translation is too long", site => site.Node is ScalarNode && site.Key is "say" or "sms" or "brief" or "how"
            ? [new Change($"{Operator.Show(site)} is longer", site.Put(site.Text + Spanish))] : []),
    ];

    private const string Spanish =
        " Lo haces muy bien y no te dejo. Sigue como hasta ahora. Mira que haya lugar. Deja libres los brazos. Dime lo que ves cuando puedas. Estoy aqui contigo todo el tiempo. No te apures, todo va paso a paso.";
}
