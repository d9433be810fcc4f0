using System.Text.RegularExpressions;
using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Mutation.Tests.Operators;

/// <summary>The emergency call is taken away.</summary>
internal static partial class Calls
{
    public static IEnumerable<Operator> All { get; } =
    [
        Operator.Drops("remove the call: the call line", "call-line.until", "call-line.until.*", "call-line.kinds", "call-line.kinds.*", "call-line.holds-silence", "call-line.ask"),
        Operator.Becomes("remove the call: the call line", "call-line.times", "0", "1", "9"),
        Operator.Becomes("remove the call: the call line", "call-line.full", "Help is needed now."),
        Operator.Becomes("remove the call: the call line", "call-line.reminder", "Help is needed."),
        Operator.Becomes("remove the call: the call line", "call-line.holds-silence", "10m"),
        Operator.Becomes("remove the call: the call line", "call-line.until.*", "alone", "dose-given"),
        Operator.Drops("remove the call: says-call", "steps.*.says-call"),
        new("remove the call: from the words", FromWords),
        Operator.Drops("remove the call: the number of a region", "*.emergency"),
        new("change the number of a region", site => site.Is("*.emergency") && site.Text!.All(char.IsAsciiDigit) ? [new Change($"{Operator.Show(site)} becomes 811", site.Put("811"))] : []),
        Operator.Becomes("change the number of a region", "*.dial", "911"),
        Operator.Drops("a region cannot be told", "*.said", "*.codes"),
    ];

    // The sentence that says to call, in any text.
    private static IEnumerable<Change> FromWords(Site site) =>
        site.Node is ScalarNode && site.Path[0] is "steps" or "asides" or "case" && Call().IsMatch(site.Text!) && Call().Replace(site.Text!, "").Trim() is { Length: > 0 } rest
            ? [new Change($"{Operator.Show(site)} no longer says to call", site.Put(rest))] : [];

    [GeneratedRegex(@"[^.?!:]*\b[Cc]all \{emergency(\.first)?\}[^.?!]*[.?!]?")]
    private static partial Regex Call();
}
